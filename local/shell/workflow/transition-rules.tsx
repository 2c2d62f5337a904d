import Button from '@atlaskit/button/new';
import { useState } from 'react';
import { useSite } from '../parts/site-context';
import { useAnswer } from '../parts/use-answer';
import { RuleDialog, type RuleTask } from './rule-dialog';
import { EXPRESSION_VALIDATOR, withRules, type WorkflowDocument, type WorkflowRule, type WorkflowStatus, type WorkflowTransition } from './workflow-document';

export interface TransitionRulesProps {
  readonly workflow: WorkflowDocument;
  readonly transition: WorkflowTransition;
  readonly statuses: readonly WorkflowStatus[];
  /** Saves the workflow; Jira's words when it refuses. */
  readonly save: (changed: WorkflowDocument) => Promise<readonly string[] | undefined>;
}

/** The validators of one transition, and the app's rules that can be added. */
export function TransitionRules({ workflow, transition, statuses, save }: TransitionRulesProps) {
  const { app } = useSite();
  const [task, setTask] = useState<RuleTask | undefined>(undefined);
  const rules = transition.validators ?? [];
  const moduleAri = (moduleKey: string): string => `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${moduleKey}`;
  const moduleOf = (rule: WorkflowRule) => app.rules.find(({ key }) => rule.ruleKey === EXPRESSION_VALIDATOR && rule.parameters?.['key'] === moduleAri(key));

  async function keep(config: string): Promise<readonly string[] | undefined> {
    if (task === undefined) return undefined;
    const { module, at } = task;
    const kept = rules[at ?? -1];
    const rule: WorkflowRule = { ...kept, ruleKey: EXPRESSION_VALIDATOR, parameters: { disabled: 'false', ...kept?.parameters, key: moduleAri(module.key), config } };
    const words = await save(withRules(workflow, transition.id, (before) => (at === undefined ? [...before, rule] : before.map((other, position) => (position === at ? rule : other)))));
    if (words === undefined) setTask(undefined);
    return words;
  }

  return (
    <>
      {rules.length === 0 ? <p className="jira-quiet">No rules.</p> : (
        <ul className="jira-rules">
          {rules.map((rule, at) => {
            const module = moduleOf(rule);
            const name = module?.name ?? rule.ruleKey;
            return (
              <li key={rule.id ?? at}>
                <strong>{name}</strong> {module !== undefined && <RuleWords moduleKey={module.key} config={rule.parameters?.['config'] ?? ''} />}
                <span className="jira-rule-tasks">
                  {module !== undefined && <Button spacing="compact" onClick={() => setTask({ kind: 'view', module, at })}>View {name}</Button>}
                  {module !== undefined && <Button spacing="compact" onClick={() => setTask({ kind: 'edit', module, at })}>Edit {name}</Button>}
                  <Button spacing="compact" onClick={() => void save(withRules(workflow, transition.id, (before) => before.filter((other) => other !== rule)))}>Remove {name}</Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {app.rules.map((module) => <Button key={module.key} onClick={() => setTask({ kind: 'create', module })}>Add rule: {module.name}</Button>)}
      {task !== undefined && (
        <RuleDialog
          task={task} workflow={workflow} transition={transition} statuses={statuses} keep={keep}
          config={task.at === undefined ? undefined : rules[task.at]?.parameters?.['config']} onClose={() => setTask(undefined)}
        />
      )}
    </>
  );
}

function RuleWords({ moduleKey, config }: { readonly moduleKey: string; readonly config: string }) {
  const { answer } = useAnswer<{ words: string }>(`/local/app/rules/${moduleKey}/description?config=${encodeURIComponent(config)}`);
  return <span>{answer?.ok === true ? answer.value.words : ''}</span>;
}
