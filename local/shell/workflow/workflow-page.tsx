import Heading from '@atlaskit/heading';
import { useEffect, useState } from 'react';
import { addressOf } from '../parts/address';
import type { ShownProject } from '../parts/jira-shapes';
import { Loading, Refusal } from '../parts/loading';
import { ask, type Answer } from '../parts/server';
import { StatusLozenge } from '../parts/status-lozenge';
import { useAnswer } from '../parts/use-answer';
import { TransitionRules } from './transition-rules';
import { describeTransition, toUpdate, type WorkflowDocument, type WorkflowsRead } from './workflow-document';

type ProjectWithTypes = ShownProject & { readonly issueTypes?: readonly { readonly id: string }[] };

/** The workflows of a project: statuses, transitions and the rules on them. */
export function WorkflowPage({ project }: { readonly project: string }) {
  const { answer } = useAnswer<ProjectWithTypes>(`/rest/api/3/project/${encodeURIComponent(project)}`);
  return (
    <>
      <nav aria-label="Breadcrumbs" className="jira-crumbs"><a href={addressOf.list(project)}>{project}</a> / <a href={addressOf.projectSettings(project)}>Project settings</a> / Workflow</nav>
      <Heading as="h1" size="large">Workflow</Heading>
      <Loading answer={answer} what="this project">{(found) => <Workflows project={found} />}</Loading>
    </>
  );
}

function Workflows({ project }: { readonly project: ProjectWithTypes }) {
  const [read, setRead] = useState<Answer<WorkflowsRead> | undefined>(undefined);
  useEffect(() => void readWorkflows(project).then(setRead), [project]);
  return (
    <Loading answer={read} what="the workflow">
      {({ statuses, workflows }) => workflows.map((workflow) => (
        <OneWorkflow key={workflow.id} workflow={workflow} statuses={statuses} reload={() => void readWorkflows(project).then(setRead)} />
      ))}
    </Loading>
  );
}

function readWorkflows({ id, issueTypes = [] }: ProjectWithTypes): Promise<Answer<WorkflowsRead>> {
  return ask<WorkflowsRead>('/rest/api/3/workflows', { method: 'POST', body: { projectAndIssueTypes: issueTypes.map((type) => ({ projectId: id, issueTypeId: type.id })) } });
}

const CATEGORIES = { TODO: 'new', IN_PROGRESS: 'indeterminate', DONE: 'done' } as const;

interface OneWorkflowProps {
  readonly workflow: WorkflowDocument;
  readonly statuses: WorkflowsRead['statuses'];
  readonly reload: () => void;
}

function OneWorkflow({ workflow, statuses, reload }: OneWorkflowProps) {
  const [refusal, setRefusal] = useState<readonly string[] | undefined>(undefined);
  const used = new Set(workflow.statuses.map(({ statusReference }) => statusReference));

  async function save(changed: WorkflowDocument): Promise<readonly string[] | undefined> {
    const saved = await ask('/rest/api/3/workflows/update', { method: 'POST', body: toUpdate(changed, statuses) });
    setRefusal(saved.ok ? undefined : saved.words);
    if (saved.ok) reload();
    return saved.ok ? undefined : saved.words;
  }

  return (
    <section aria-label={workflow.name}>
      <h2 className="jira-section">{workflow.name}</h2>
      <p className="jira-statuses">
        {statuses.filter(({ statusReference }) => used.has(statusReference)).map(({ statusReference, name, statusCategory }) => (
          <StatusLozenge key={statusReference} status={{ id: statusReference, name, statusCategory: { key: CATEGORIES[statusCategory] } }} />
        ))}
      </p>
      {refusal !== undefined && <Refusal title="Jira did not save the workflow." words={refusal} />}
      <ul className="jira-transitions">
        {workflow.transitions.map((transition) => (
          <li key={transition.id}>
            <h3>{transition.name}</h3>
            <p className="jira-quiet">{describeTransition(transition, statuses)}</p>
            <TransitionRules workflow={workflow} transition={transition} statuses={statuses} save={save} />
          </li>
        ))}
      </ul>
    </section>
  );
}
