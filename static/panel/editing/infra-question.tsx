import { useEffect, useState } from 'react';
import type { JiraCalls } from '../../shared/load-calls';
import { loadSettings } from '../../shared/load-settings';
import { PlainButton } from '../../shared/plain-button';
import { findOptedIn, type OptedIn, type OptedInFound } from '../find-opted-in';
import { findAsked, mayForInfrastructure, type Asked, type MayForInfrastructure, type ProjectRef } from '../load-panel';

export interface InfraQuestionProps {
  readonly own: ProjectRef;
  readonly asked: Asked;
  readonly calls: JiraCalls;
  readonly onChosen: (asked: Asked, may: MayForInfrastructure) => void;
}

/** Which infrastructure project is asked. Only where it is not simply the ticket's own project. */
export function InfraQuestion({ own, asked, calls, onChosen }: InfraQuestionProps) {
  const [isChoosing, setChoosing] = useState(asked.state === 'none');
  const [found, setFound] = useState<OptedInFound>();
  const [words, setWords] = useState('');
  const isOwn = asked.state === 'known' && asked.project.id === own.id;
  useEffect(() => {
    if (!isChoosing) return undefined;
    let isCurrent = true;
    void findOptedIn(calls).then((projects) => { if (isCurrent) setFound(projects); }, () => { if (isCurrent) setFound({ ok: false, words: 'Jira did not list the projects. Try again in a moment.' }); });
    return () => { isCurrent = false; };
  }, [calls, isChoosing]);
  if (isOwn) return null;
  const choose = async (project: OptedIn): Promise<void> => {
    setWords(`Loading the teams of ${project.key} …`);
    try {
      const settings = await loadSettings(calls, project.id);
      const next = await findAsked(calls, { id: project.id, key: project.key }, settings, project);
      onChosen(next, await mayForInfrastructure(calls, next));
      setWords(next.state === 'known' ? '' : `The settings of ${project.key} cannot be read by you. Ask one of its administrators for “Browse projects”. What you type is kept.`);
    } catch {
      setWords(`The settings of ${project.key} could not be loaded. Choose it again in a moment.`);
    }
  };
  const chosen = 'project' in asked ? asked.project : undefined;
  return (
    <section className="gw-question" aria-labelledby="gw-q-infra">
      <h3 id="gw-q-infra">Which infrastructure project do you ask?</h3>
      {!isChoosing && chosen !== undefined && <div className="gw-actions"><span>{chosen.key}</span><PlainButton look="link" onClick={() => setChoosing(true)}>Choose another</PlainButton></div>}
      {isChoosing && found === undefined && <p role="status">Looking for projects that opted in …</p>}
      {isChoosing && found?.ok === false && <p role="alert" className="gw-error">{found.words}</p>}
      {isChoosing && found?.ok === true && <Choice found={found.projects} chosen={chosen} onChoose={(project) => { void choose(project); }} />}
      <p role="status" className="gw-help">{words}</p>
    </section>
  );
}

function Choice({ found, chosen, onChoose }: { readonly found: readonly OptedIn[]; readonly chosen: ProjectRef | undefined; readonly onChoose: (project: OptedIn) => void }) {
  if (found.length === 0) {
    return <p>No project that you may browse has opted in to Groundwork. The administrator of the infrastructure team’s project opts in under Project settings, Groundwork; it takes a minute. If they have already, ask them for “Browse projects”.</p>;
  }
  return (
    <div className="gw-field">
      <label htmlFor="gw-infra">Infrastructure project</label>
      <select
        id="gw-infra" className="gw-select gw-focus" data-testid="panel.infra" data-address="infra" value={chosen?.id ?? ''}
        onChange={(event) => { const project = found.find(({ id }) => id === event.target.value); if (project !== undefined) onChoose(project); }}
      >
        {!found.some(({ id }) => id === chosen?.id) && <option value={chosen?.id ?? ''}>{chosen?.key ?? 'Choose …'}</option>}
        {found.map(({ id, key, name }) => <option key={id} value={id}>{name} ({key})</option>)}
      </select>
    </div>
  );
}
