import { ChoiceField } from './field';
import { Section, type SectionProps } from './section';

/** Whose members write infrastructure's part of a context. */
export function RolesSection({ editor: { draft, change, stored }, facts, isReadOnly }: SectionProps) {
  const gone = draft.infraRole !== '' && !facts.roles.some(({ id }) => id === draft.infraRole)
    ? [{ value: draft.infraRole, label: `${stored?.infraRole?.name ?? 'A role'} (not listed by Jira any more)` }]
    : [];
  const options = [{ value: '', label: 'Project administrators' }, ...facts.roles.map(({ id, name }) => ({ value: id, label: name })), ...gone];
  return (
    <Section id="role" title="Who writes infrastructure's part" lead="Effort, boundary, theme, horizon and your answer are yours to write. Others read them.">
      <ChoiceField id="infraRole" label="Members of the project role" value={draft.infraRole} options={options} isReadOnly={isReadOnly} onChange={(infraRole) => change({ infraRole })} />
    </Section>
  );
}
