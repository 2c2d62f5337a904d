import Modal, { ModalBody, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useRef } from 'react';
import type { ModalWish } from '../../bridge/host-commands';
import type { PageFrame } from '../../bridge/page-frame';
import { AppFrame, type AppFrameProps } from './app-frame';

export interface FramedModalProps {
  readonly modal: ModalWish;
  /** The page that asked for the dialog. */
  readonly opener: AppFrameProps;
  readonly onClosed: () => void;
}

const WIDTHS: Readonly<Record<string, string>> = { small: 'small', medium: 'medium', large: 'large', xlarge: 'x-large', max: 'x-large', fullscreen: '100%', resizable: 'large' };

/** A dialog that a page opened: another page of the app, or the same one with `extension.modal`. */
export function FramedModal({ modal, opener, onClosed }: FramedModalProps) {
  const frame = useRef<PageFrame | undefined>(undefined);
  const close = (payload: unknown): void => {
    void Promise.resolve(frame.current?.callbacks.onClose?.()).finally(() => {
      onClosed();
      modal.onClose(payload);
    });
  };
  return (
    <ModalTransition>
      <Modal
        onClose={() => close(undefined)} width={WIDTHS[modal.size] ?? 'medium'}
        shouldCloseOnEscapePress={modal.closeOnEscape} shouldCloseOnOverlayClick={modal.closeOnOverlayClick}
      >
        <ModalHeader hasCloseButton><ModalTitle>{modal.title === '' ? opener.title : modal.title}</ModalTitle></ModalHeader>
        <ModalBody>
          <AppFrame
            title={modal.title === '' ? opener.title : modal.title} resource={modal.resource ?? opener.resource} appOrigin={opener.appOrigin}
            place={{ ...opener.place, modal: modal.context }} minHeight={200} onClose={close}
            onConnect={(connected) => {
              frame.current = connected;
            }}
          />
        </ModalBody>
      </Modal>
    </ModalTransition>
  );
}
