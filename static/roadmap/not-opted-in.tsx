import { openInJira } from '../shared/bridge';
import type { ProjectFacts } from '../shared/load-settings';
import { Empty } from '../shared/page-states';
import { PlainButton } from '../shared/plain-button';
import type { PageFacts } from './subpages';

/** The project has not opted in: an administrator is led to the settings, everybody else is told whom to ask. */
export function NotOptedIn({ facts, project }: { readonly facts: PageFacts; readonly project: ProjectFacts }) {
  const name = project.name === '' ? facts.projectKey : project.name;
  if (!project.administers) {
    const whom = project.lead === undefined ? 'an administrator of the project' : `${project.lead}, who leads the project, or another administrator`;
    return (
      <Empty title={`${name} has not opted in yet`}>
        <p>Groundwork shows here which teams ask {name} for what, and why. Opting in takes a minute and needs a project administrator: ask {whom} to open Project settings, then Groundwork.</p>
      </Empty>
    );
  }
  return (
    <Empty
      title={`${name} has not opted in yet`}
      action={<PlainButton look="primary" onClick={() => void openInJira(facts.settingsUrl)} testId="roadmap.opt-in">Open Groundwork’s settings</PlainButton>}
    >
      <p>Groundwork shows here which teams ask {name} for what, and why. Opting in takes a minute: name the teams that ask you. Nothing is blocked until you add a gate to a workflow.</p>
    </Empty>
  );
}
