import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { useState } from 'react';
import { frameEvents } from '../frame/frame-events';
import type { ShownIssue, ShownTransition } from '../parts/jira-shapes';
import { Refusal } from '../parts/loading';
import { ask } from '../parts/server';
import { StatusLozenge } from '../parts/status-lozenge';
import { useAnswer } from '../parts/use-answer';

/** The ticket's status, and the ways out of it; a refused one shows Jira's own words. */
export function Transitions({ issue, onMoved }: { readonly issue: ShownIssue; readonly onMoved: () => void }) {
  const path = `/rest/api/3/issue/${issue.id}/transitions`;
  const { answer, reload } = useAnswer<{ transitions: ShownTransition[] }>(path);
  const [refusal, setRefusal] = useState<readonly string[] | undefined>(undefined);
  const [isMoving, setMoving] = useState(false);
  const transitions = answer?.ok === true ? answer.value.transitions : [];

  async function move(transition: ShownTransition): Promise<void> {
    setRefusal(undefined);
    setMoving(true);
    const moved = await ask(path, { method: 'POST', body: { transition: { id: transition.id } } });
    setMoving(false);
    if (!moved.ok) return setRefusal(moved.words);
    frameEvents.emit('JIRA_ISSUE_CHANGED', { issueId: issue.id });
    reload();
    onMoved();
  }

  return (
    <section aria-label="Status" data-testid="issue.status">
      <p className="jira-status" data-testid="issue.status.name"><StatusLozenge status={issue.fields.status} /></p>
      <DropdownMenu trigger="Move to" isLoading={isMoving} shouldRenderToParent>
        <DropdownItemGroup>
          {transitions.map((transition) => (
            <DropdownItem key={transition.id} onClick={() => void move(transition)} {...(transition.name === transition.to.name ? {} : { description: `To ${transition.to.name}` })}>{transition.name}</DropdownItem>
          ))}
        </DropdownItemGroup>
      </DropdownMenu>
      {transitions.length === 0 && answer !== undefined && <p className="jira-quiet">You cannot move this ticket from here.</p>}
      {refusal !== undefined && <div className="jira-refusal"><Refusal title="Jira did not move the ticket." words={refusal} /></div>}
    </section>
  );
}
