import { TEAM_COLOURS } from '../../src/domain/context/settings';
import { PlainButton } from '../shared/plain-button';
import { ChoiceField, TextField } from './field';
import { ProjectPicker } from './project-picker';
import { newRowKey, Section, type SectionProps } from './section';
import { nextColour, type TeamRow } from './settings-draft';

const COLOURS = TEAM_COLOURS.map((colour) => ({ value: colour, label: colour.charAt(0).toUpperCase() + colour.slice(1) }));

/** Who asks this project: name, where they work, colour, share, and what they have free themselves. */
export function TeamsSection({ editor: { draft, change, complaintAbout }, facts, isReadOnly }: SectionProps) {
  const { teams } = draft;
  const set = (key: string, part: Partial<TeamRow>) => change({ teams: teams.map((team) => (team.key === key ? { ...team, ...part } : team)) });
  return (
    <Section id="teams" title="Consuming teams" lead="Who asks you for things. Their Jira projects say whose ticket a new one probably is, so that nobody has to choose.">
      {teams.length === 0 && <p>No team yet. Until there is one, no ticket can say who asks.</p>}
      {facts.areOthersCut && <p className="gw-quiet">This list of projects is not complete; a project that is missing can be found by its team later.</p>}
      <ul className="gs-rows">
        {teams.map((team) => (
          <li key={team.key} className="gs-row">
            <span className={`gs-swatch gs-swatch--${team.colour}`} aria-hidden="true" />
            <TextField id={`teams.${team.key}.name`} label="Team" value={team.name} maxLength={60} isReadOnly={isReadOnly} complaint={complaintAbout(`teams.${team.key}.name`)} onChange={(name) => set(team.key, { name })} />
            <ProjectPicker id={`teams.${team.key}.projects`} label="Works in" chosen={team.projects} projects={facts.others} isReadOnly={isReadOnly} onChange={(projects) => set(team.key, { projects })} />
            <ChoiceField id={`teams.${team.key}.colour`} label="Colour" value={team.colour} options={COLOURS} isReadOnly={isReadOnly} onChange={(colour) => set(team.key, { colour })} />
            <TextField id={`teams.${team.key}.share`} label="Share" width="number" value={team.share} isReadOnly={isReadOnly} complaint={complaintAbout(`teams.${team.key}.share`)} onChange={(share) => set(team.key, { share })} />
            <TextField id={`teams.${team.key}.freeLow`} label="Has free, at least" width="number" value={team.freeLow} isReadOnly={isReadOnly} complaint={complaintAbout(`teams.${team.key}.freeLow`)} onChange={(freeLow) => set(team.key, { freeLow })} />
            <TextField id={`teams.${team.key}.freeHigh`} label="Has free, at most" width="number" value={team.freeHigh} isReadOnly={isReadOnly} complaint={complaintAbout(`teams.${team.key}.freeHigh`)} onChange={(freeHigh) => set(team.key, { freeHigh })} />
            {!isReadOnly && <PlainButton look="subtle" aria-label={`Remove ${team.name.trim() === '' ? 'this team' : team.name}`} onClick={() => change({ teams: teams.filter(({ key }) => key !== team.key) })}>Remove</PlainButton>}
          </li>
        ))}
      </ul>
      <p className="gw-quiet gw-small">A share weighs a team in the fair-share order; empty counts as 1, so equal shares need no number. What a team has free is in person-weeks a month, for work on what it asks for itself; it is shown where it is ruled whose work a ticket is, and empty means that nobody stated it. Tickets of a removed team keep its name until they are saved again, and then ask for another.</p>
      {!isReadOnly && (
        <PlainButton testId="settings.teams.add" onClick={() => change({ teams: [...teams, { key: newRowKey(), name: '', projects: [], colour: nextColour(teams), share: '', freeLow: '', freeHigh: '' }] })}>Add a team</PlainButton>
      )}
    </Section>
  );
}
