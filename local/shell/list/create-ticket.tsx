import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import Select from '@atlaskit/select';
import TextArea from '@atlaskit/textarea';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { addressOf } from '../parts/address';
import type { ShownProject } from '../parts/jira-shapes';
import { Refusal } from '../parts/loading';
import { ask } from '../parts/server';
import { textDocument } from '../parts/text-document';
import { useAnswer } from '../parts/use-answer';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Jira's dialog for a new ticket: project, type, summary, description. */
export function CreateTicket({ project, onClose }: { readonly project: string | undefined; readonly onClose: () => void }) {
  const projects = useAnswer<{ values: ShownProject[] }>('/rest/api/3/project/search?maxResults=100&orderBy=key').answer;
  const [chosen, setChosen] = useState(project);
  const types = useAnswer<{ issueTypes?: { id: string; name: string; subtask?: boolean }[] }>(chosen === undefined ? undefined : `/rest/api/3/project/${encodeURIComponent(chosen)}`).answer;
  const [type, setType] = useState<string | undefined>(undefined);
  const [summary, setSummary] = useState('');
  const [description, setDescription] = useState('');
  const [refusal, setRefusal] = useState<readonly string[] | undefined>(undefined);

  const projectChoices: Choice[] = projects?.ok === true ? projects.value.values.map(({ key, name }) => ({ value: key, label: `${name} (${key})` })) : [];
  const typeChoices: Choice[] = types?.ok === true ? (types.value.issueTypes ?? []).filter(({ subtask }) => subtask !== true).map(({ id, name }) => ({ value: id, label: name })) : [];
  const typeChoice = typeChoices.find(({ value }) => value === type) ?? typeChoices[0];

  async function create(): Promise<void> {
    if (chosen === undefined || typeChoice === undefined) return setRefusal(['Choose a project and a type first.']);
    const fields = { project: { key: chosen }, issuetype: { id: typeChoice.value }, summary, ...(description === '' ? {} : { description: textDocument(description) }) };
    const answer = await ask<{ key: string }>('/rest/api/3/issue', { method: 'POST', body: { fields } });
    if (answer.ok) window.location.assign(addressOf.issue(answer.value.key));
    else setRefusal(answer.words);
  }

  return (
    <ModalTransition>
      <Modal onClose={onClose}>
        <form onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
        >
          <ModalHeader hasCloseButton><ModalTitle>Create ticket</ModalTitle></ModalHeader>
          <ModalBody>
            <div className="jira-form">
              {refusal !== undefined && <Refusal title="Jira did not create the ticket." words={refusal} />}
              <label htmlFor="create-project">Project</label>
              <Select<Choice> inputId="create-project" options={projectChoices} value={projectChoices.find(({ value }) => value === chosen) ?? null} onChange={(choice) => setChosen(choice?.value)} />
              <label htmlFor="create-type">Type</label>
              <Select<Choice> inputId="create-type" options={typeChoices} value={typeChoice ?? null} onChange={(choice) => setType(choice?.value)} />
              <label htmlFor="create-summary">Summary</label>
              <Textfield id="create-summary" value={summary} onChange={(event) => setSummary(event.currentTarget.value)} isRequired />
              <label htmlFor="create-description">Description</label>
              <TextArea id="create-description" value={description} onChange={(event) => setDescription(event.currentTarget.value)} minimumRows={4} />
            </div>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>Cancel</Button>
            <Button appearance="primary" type="submit">Create</Button>
          </ModalFooter>
        </form>
      </Modal>
    </ModalTransition>
  );
}
