import { useEffect, useMemo, useRef, useState } from 'react';
import type { HostScreen, ModalWish } from '../../bridge/host-commands';
import { FRAME_SANDBOX, connectPageFrame, type PageFrame } from '../../bridge/page-frame';
import type { Place } from '../../bridge/place';
import { useColorMode } from '../parts/use-color-mode';
import { FramedModal } from './framed-modal';
import { useFlags } from './flags';
import { frameEvents } from './frame-events';
import { askBridge } from './ask-bridge';
import { ConsentRequest } from './consent-request';
import { createFrameHistory } from './frame-history';
import { leadTo } from './lead-to';

export interface AppFrameProps {
  readonly title: string;
  readonly resource: string;
  /** What the page is about; its location is filled in here. */
  readonly place: Omit<Place, 'location'>;
  readonly appOrigin: string;
  /** Least height in pixels; the frame follows its content above that. */
  readonly minHeight: number;
  /** Height in pixels that the manifest's viewportSize fixes: the frame then scrolls instead of following its content. */
  readonly fixedHeight?: number;
  /** Where the page's subpages begin, for full pages. */
  readonly basePath?: string;
  readonly onClose?: (payload: unknown) => void;
  readonly onRefreshIssue?: () => void;
  /** Hands out the frame, to ask the callbacks that its page left. */
  readonly onConnect?: (frame: PageFrame) => void;
}

/** One page of the app in its sandbox, with Jira's side of the bridge. */
export function AppFrame(props: AppFrameProps) {
  const { title, resource, appOrigin, minHeight } = props;
  const element = useRef<HTMLIFrameElement>(null);
  const connected = useRef<PageFrame | undefined>(undefined);
  const [height, setHeight] = useState(props.fixedHeight ?? minHeight);
  const [modal, setModal] = useState<ModalWish | undefined>(undefined);
  const [isAskingConsent, setAskingConsent] = useState(false);
  const [loads, setLoads] = useState(0);
  const flags = useFlags();
  const { colorMode } = useColorMode();
  const latest = useRef({ props, colorMode });
  latest.current = { props, colorMode };
  const placeKey = JSON.stringify(props.place);
  const basePath = props.basePath ?? window.location.pathname;

  const screen = useMemo<HostScreen>(() => {
    const { onClose, onRefreshIssue } = latest.current.props;
    return {
      ask: askBridge,
      colorMode: () => latest.current.colorMode,
      resize: (wanted) => setHeight(latest.current.props.fixedHeight ?? Math.max(latest.current.props.minHeight, wanted)),
      changeTitle: (wanted) => {
        document.title = wanted;
      },
      showFlag: flags.show,
      closeFlag: flags.close,
      openModal: setModal,
      navigate: leadTo,
      reload: () => setLoads((count) => count + 1),
      askConsent: () => setAskingConsent(true),
      ...(onClose === undefined ? {} : { close: (payload) => latest.current.props.onClose?.(payload) }),
      ...(onRefreshIssue === undefined ? {} : { refreshIssue: () => latest.current.props.onRefreshIssue?.() }),
      history: createFrameHistory(basePath),
      events: frameEvents,
    };
  }, [basePath, flags]);

  useEffect(() => {
    if (element.current === null) return undefined;
    const frame = connectPageFrame(element.current, { ...latest.current.props.place, location: window.location.href }, appOrigin, screen);
    connected.current = frame;
    latest.current.props.onConnect?.(frame);
    return () => frame.disconnect();
  }, [appOrigin, screen, placeKey, resource, loads]);

  useEffect(() => connected.current?.applyTheme(colorMode), [colorMode]);

  return (
    <>
      {isAskingConsent && <ConsentRequest onAllowed={() => setAskingConsent(false)} />}
      <iframe
        key={`${placeKey} ${loads}`} ref={element} title={title} className="jira-app-frame" sandbox={FRAME_SANDBOX}
        src={`${appOrigin}/app/${encodeURIComponent(resource)}/index.html`} style={{ height }}
      />
      {modal !== undefined && <FramedModal modal={modal} opener={props} onClosed={() => setModal(undefined)} />}
    </>
  );
}
