import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { useRef, useState } from 'react';
import type { ShellRule } from '../../bridge/app-endpoints';
import type { PageFrame } from '../../bridge/page-frame';
import type { Place } from '../../bridge/place';
import { AppFrame } from '../frame/app-frame';
import { Refusal } from '../parts/loading';
import { useSite } from '../parts/site-context';
import { describeTransition, type WorkflowDocument, type WorkflowStatus, type WorkflowTransition } from './workflow-document';

/** What is being done with a rule of the app; `at` is its place among the transition's rules. */
export interface RuleTask {
  readonly kind: 'create' | 'edit' | 'view';
  readonly module: ShellRule;
  readonly at?: number;
}

export interface RuleDialogProps {
  readonly task: RuleTask;
  readonly workflow: WorkflowDocument;
  readonly transition: WorkflowTransition;
  readonly statuses: readonly WorkflowStatus[];
  readonly config: string | undefined;
  /** Stores the configuration; Jira's words when it refuses. */
  readonly keep: (config: string) => Promise<readonly string[] | undefined>;
  readonly onClose: () => void;
}

/** Most characters of a rule's configuration in Jira's workflow editor. */
const CONFIGURATION_CHARACTERS = 32_000;

const TITLES = { create: 'Add rule', edit: 'Edit rule', view: 'View rule' } as const;

/** The app's page for one rule in Jira's workflow editor; Add and Update ask the page for the configuration. */
export function RuleDialog({ task, workflow, transition, statuses, config, keep, onClose }: RuleDialogProps) {
  const { app } = useSite();
  const frame = useRef<PageFrame | undefined>(undefined);
  const [refusal, setRefusal] = useState<readonly string[] | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const resource = task.module.resources[task.kind];

  const leave = (): void => void Promise.resolve(frame.current?.callbacks.onClose?.()).finally(onClose);

  async function submit(): Promise<void> {
    setBusy(true);
    const configured = await askForConfiguration(frame.current);
    setRefusal(configured.ok ? await keep(configured.config) : configured.words);
    setBusy(false);
  }

  return (
    <ModalTransition>
      <Modal onClose={leave} width="large" shouldScrollInViewport shouldCloseOnOverlayClick={false}>
        <ModalHeader hasCloseButton><ModalTitle>{TITLES[task.kind]}: {task.module.name}</ModalTitle></ModalHeader>
        <ModalBody>
          <p className="jira-quiet">{transition.name} {describeTransition(transition, statuses)}</p>
          <p>{task.module.description}</p>
          {refusal !== undefined && <Refusal title="The rule was not saved." words={refusal} />}
          {resource === undefined ? <p>This rule has nothing to configure.</p> : (
            <AppFrame
              title={`${task.module.name} configuration`} resource={resource} appOrigin={app.appOrigin} minHeight={200} onClose={leave}
              place={{ moduleKey: task.module.key, rule: placeOf(task, workflow, transition, statuses, config) }}
              onConnect={(connected) => {
                frame.current = connected;
              }}
            />
          )}
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={leave}>{task.kind === 'view' ? 'Close' : 'Cancel'}</Button>
          {task.kind !== 'view' && <Button appearance="primary" isLoading={isBusy} onClick={() => void submit()}>{task.kind === 'create' ? 'Add' : 'Update'}</Button>}
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

type Configured = { readonly ok: true; readonly config: string } | { readonly ok: false; readonly words: readonly string[] };

/** Calls the page's onConfigure as Jira does: a JSON text is the configuration, undefined refuses. */
async function askForConfiguration(frame: PageFrame | undefined): Promise<Configured> {
  const onConfigure = frame?.callbacks.onConfigure;
  if (onConfigure === undefined) return { ok: false, words: ['The page of this rule has not said yet how it is configured. Wait until it is loaded and try again.'] };
  let config: unknown;
  try {
    config = await onConfigure();
  } catch (error) {
    return { ok: false, words: [`The page of this rule broke: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (config === undefined || config === null) return { ok: false, words: ['The page of this rule did not accept what is filled in. It says why below.'] };
  if (typeof config !== 'string' || !isJson(config)) return { ok: false, words: ['The page of this rule gave a configuration that is not JSON text.'] };
  if (config.length > CONFIGURATION_CHARACTERS) return { ok: false, words: [`The configuration has ${config.length} characters, and Jira keeps at most 32,000.`] };
  return { ok: true, config };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function placeOf(task: RuleTask, workflow: WorkflowDocument, transition: WorkflowTransition, statuses: readonly WorkflowStatus[], config: string | undefined): NonNullable<Place['rule']> {
  const find = (reference: string | undefined) => {
    const status = statuses.find(({ statusReference }) => statusReference === reference);
    return status === undefined ? undefined : { id: status.id ?? status.statusReference, name: status.name };
  };
  return {
    entryPoint: task.kind, workflowId: workflow.id, workflowName: workflow.name, ...(config === undefined ? {} : { validatorConfig: config }),
    transition: { id: transition.id, name: transition.name, from: find(transition.links?.[0]?.fromStatusReference) ?? null, to: find(transition.toStatusReference) ?? { id: '', name: '' } },
  };
}
