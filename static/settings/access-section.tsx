import type { Access } from './describe-access';
import type { PlaceFacts } from './load-settings-page';
import { Section } from './section';

/** Whether the consuming teams may work with tickets here, as far as Jira says so. */
export function AccessSection({ facts }: { readonly facts: PlaceFacts }) {
  const { access, project } = facts;
  return (
    <Section id="access" title={`What other teams may do in ${project.key}`} lead="Consuming teams ask here, or in projects of their own. Either way they must see this project.">
      {access === undefined ? (
        <p data-testid="settings.access.unknown">Jira does not tell you who holds which permission here{facts.mayEdit ? ' (team-managed projects have no permission scheme)' : ', because only administrators may read that'}. Ask somebody of each team to open a ticket of {project.key}: the panel says which permission is missing.</p>
      ) : (
        <ul className="gs-plain-list">{access.map((line) => <li key={line.permission}>{lineWords(line)}</li>)}</ul>
      )}
    </Section>
  );
}

function lineWords({ permission, why, who, holders }: Access): string {
  switch (who) {
    case 'everyone': return `${permission}, ${why}: everybody in this Jira.`;
    case 'some': return `${permission}, ${why}: only ${holders.join(', ')}. Make sure that the people of your consuming teams are among them.`;
    case 'nobody': return `${permission} is missing: nobody holds it, and it is needed ${why}. Give it to the consuming teams in the project's permission scheme.`;
    default: return who satisfies never;
  }
}
