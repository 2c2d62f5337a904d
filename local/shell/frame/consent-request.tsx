import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { ask } from '../parts/server';

/** Jira's question whether the app may act for this person, above the page that was refused for want of an answer. */
export function ConsentRequest({ onAllowed }: { readonly onAllowed: () => void }) {
  const allow = (): void => void ask('/local/bridge/consent/allow', { method: 'POST' }).then(onAllowed);
  return (
    <div className="jira-consent" role="status">
      <SectionMessage appearance="information" title="This app wants to act for you">
        <p>It needs your consent before it may read and change tickets in your name. Allow it here, then try again on its page.</p>
        <Button appearance="primary" onClick={allow}>Allow this app to act for me</Button>
      </SectionMessage>
    </div>
  );
}
