import './page-parts.css';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';

export interface PlainButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  readonly look?: 'default' | 'primary' | 'subtle' | 'link';
  /** Why it cannot be pressed now; it stays reachable by keyboard, so that a screen reader can say so. */
  readonly unavailable?: string | undefined;
  readonly testId?: string | undefined;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/**
 * A native button with Atlassian's design tokens. Used where a page must be light before first use: Atlaskit's own button
 * brings 45 kB of compressed JavaScript.
 */
export function PlainButton({ look = 'default', unavailable, testId, buttonRef, children, onClick, ...rest }: PlainButtonProps) {
  const shape = look === 'default' ? 'gw-button' : `gw-button gw-button--${look}`;
  return (
    <button
      type="button" {...rest} ref={buttonRef} className={shape} data-testid={testId}
      aria-disabled={unavailable === undefined ? undefined : true} title={unavailable ?? rest.title}
      onClick={unavailable === undefined ? onClick : undefined}
    >
      {children}
    </button>
  );
}
