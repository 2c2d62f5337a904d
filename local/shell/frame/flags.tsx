import Flag, { AutoDismissFlag, FlagGroup } from '@atlaskit/flag';
import ErrorIcon from '@atlaskit/icon/core/status-error';
import InformationIcon from '@atlaskit/icon/core/status-information';
import SuccessIcon from '@atlaskit/icon/core/status-success';
import WarningIcon from '@atlaskit/icon/core/status-warning';
import { token } from '@atlaskit/tokens';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { FlagWish } from '../../bridge/host-commands';

interface Flags {
  readonly show: (flag: FlagWish) => void;
  readonly close: (id: string) => void;
}

const FlagsContext = createContext<Flags>({ show: () => undefined, close: () => undefined });

const ICONS: Readonly<Record<FlagWish['type'], ReactNode>> = {
  info: <InformationIcon label="Information" color={token('color.icon.information')} />,
  success: <SuccessIcon label="Success" color={token('color.icon.success')} />,
  warning: <WarningIcon label="Warning" color={token('color.icon.warning')} />,
  error: <ErrorIcon label="Error" color={token('color.icon.danger')} />,
};

/** Keeps the flags of Jira and of the app's pages, newest first. */
export function FlagsProvider({ children }: { readonly children: ReactNode }) {
  const [flags, setFlags] = useState<readonly FlagWish[]>([]);
  const close = useCallback((id: string) => setFlags((shown) => shown.filter((flag) => flag.id !== id)), []);
  const show = useCallback((flag: FlagWish) => setFlags((shown) => [flag, ...shown.filter(({ id }) => id !== flag.id)]), []);
  const value = useMemo(() => ({ show, close }), [show, close]);
  return (
    <FlagsContext.Provider value={value}>
      {children}
      <FlagGroup onDismissed={(id) => close(String(id))} label="Notifications">
        {flags.map(({ id, title, description, type, isAutoDismiss, actions }) => {
          const Kind = isAutoDismiss ? AutoDismissFlag : Flag;
          return <Kind key={id} id={id} title={title} description={description} icon={ICONS[type]} actions={actions.map(({ text, onClick }) => ({ content: text, onClick: () => onClick() }))} />;
        })}
      </FlagGroup>
    </FlagsContext.Provider>
  );
}

export function useFlags(): Flags {
  return useContext(FlagsContext);
}
