import { useMemo, useState } from 'react';
import { Notice } from '../shared/notice';
import { PlainButton } from '../shared/plain-button';
import { AccessSection } from './access-section';
import { CapacitySection } from './capacity-section';
import { ConditionsSection } from './conditions-section';
import { ConflictsNotice } from './conflicts-notice';
import { Forecast, HowToAddAGate } from './forecast-section';
import { GatesSection } from './gates-section';
import type { PlaceFacts, StoredState } from './load-settings-page';
import { NotBuiltSection } from './not-built-section';
import { PinSection } from './pin-section';
import { proposeSettings } from './propose-settings';
import { RolesSection } from './roles-section';
import { SaveBar } from './save-bar';
import { Section } from './section';
import { TeamsSection } from './teams-section';
import { ThemesSection } from './themes-section';
import { useEditor, type Editor } from './use-editor';

interface SettingsReadyProps {
  readonly stored: StoredState;
  readonly facts: PlaceFacts;
  readonly locale: string;
  readonly siteUrl: string;
}

/** The page once everything is loaded: nothing yet for readers, opting in, or all the settings. */
export function SettingsReady({ stored, facts, locale, siteUrl }: SettingsReadyProps) {
  const first = useMemo(() => proposeSettings(facts, locale), [facts, locale]);
  const place = useMemo(() => ({ project: facts.project, roles: facts.roles, locale }), [facts, locale]);
  const editor = useEditor(stored, first, place);
  const today = new Date().toISOString().slice(0, 10);
  const isReadOnly = !facts.mayEdit;
  const hasOptedIn = editor.stored?.enabled === true;
  const whom = facts.lead === undefined ? 'an administrator of the project' : `${facts.lead}, who leads the project, or another administrator`;
  return (
    <div className="gs-page">
      {isReadOnly && (
        <Notice kind="information" title="You can read these settings, not change them" testId="settings.read-only">
          <p>Changing them needs the permission Administer Projects in {facts.project.key}. Ask {whom}.</p>
        </Notice>
      )}
      {stored.complaints.length > 0 && (
        <Notice kind="warning" title="Parts of these settings could not be read" testId="settings.malformed">
          <p>Somebody changed them outside Groundwork. What could be read is shown; saving writes it back in good order.</p>
          <ul>{stored.complaints.slice(0, 5).map((complaint) => <li key={complaint}>{complaint}</li>)}</ul>
        </Notice>
      )}
      {hasOptedIn
        ? <Advice editor={editor} facts={facts} locale={locale} siteUrl={siteUrl} today={today} />
        : <Invitation facts={facts} isReadOnly={isReadOnly} hasLeft={editor.stored !== undefined} />}
      {(hasOptedIn || !isReadOnly) && <Sections editor={editor} facts={facts} isReadOnly={isReadOnly} locale={locale} today={today} />}
      {editor.conflicts.length > 0 && <ConflictsNotice conflicts={editor.conflicts} onChoose={editor.choose} />}
      {!isReadOnly && <SaveBar editor={editor} />}
    </div>
  );
}

/** Before anybody has opted in: what it brings, and that it blocks nothing. */
function Invitation({ facts, isReadOnly, hasLeft }: { readonly facts: PlaceFacts; readonly isReadOnly: boolean; readonly hasLeft: boolean }) {
  const { name } = facts.project;
  if (isReadOnly) {
    return <Section id="invitation" title={`${name} has not opted in yet`} lead={`Once an administrator of ${facts.project.key} opts in here, tickets that ask ${name} say who needs them, how much is enough and what they are worth.`}>{null}</Section>;
  }
  return (
    <Section id="invitation" title={hasLeft ? `${name} has opted out` : 'Opt in: it takes a minute'} lead={`After that, every ticket that asks ${name} can say who needs it, how much is enough and what it is worth. Nothing is blocked until you add a gate to a workflow.`}>
      <p>Proposed below: a team for each project you can see{facts.others.length > 12 ? ' is left to you, because there are many' : ''}, your currency, and a fifth of capacity for interrupts. Remove what does not ask you, then press “{hasLeft ? 'Save' : 'Opt in'}” at the bottom. Everything can be changed later.</p>
    </Section>
  );
}

interface AdviceProps extends Omit<SettingsReadyProps, 'stored'> {
  readonly editor: Editor;
  readonly today: string;
}

/** What a gate would refuse today and how to add one; at once after opting in, else when asked for. */
function Advice({ editor, facts, locale, siteUrl, today }: AdviceProps) {
  const [isAsked, setAsked] = useState(false);
  const hasJustOptedIn = editor.save.state === 'saved' && editor.save.wasFirst;
  const [wasFirst, setFirst] = useState(false);
  if (hasJustOptedIn && !wasFirst) setFirst(true);
  return (
    <>
      {wasFirst && (
        <Notice kind="success" title={`${facts.project.name} has opted in`} live testId="settings.opted-in">
          <p>Tickets now show “Product context” under Apps. This is what a gate would refuse today; nothing is blocked yet.</p>
        </Notice>
      )}
      <Section id="forecast" title="What a gate would refuse today" lead={`Among the open tickets of ${facts.project.key} that you can see.`}>
        {wasFirst || isAsked
          ? <Forecast key={String(editor.stored?.gates.length)} projectId={facts.project.id} projectKey={facts.project.key} siteUrl={siteUrl} locale={locale} today={today} />
          : <PlainButton testId="settings.forecast.ask" onClick={() => setAsked(true)}>Check the open tickets</PlainButton>}
        <details className="gs-details" open={wasFirst}>
          <summary>How to add a gate</summary>
          <HowToAddAGate />
        </details>
      </Section>
    </>
  );
}

interface SectionsProps {
  readonly editor: Editor;
  readonly facts: PlaceFacts;
  readonly isReadOnly: boolean;
  readonly locale: string;
  readonly today: string;
}

/** All sections once the project has opted in; before that only what opting in needs. */
function Sections(props: SectionsProps) {
  const { editor, facts, isReadOnly, locale, today } = props;
  const part = { editor, facts, isReadOnly };
  if (editor.stored === undefined) {
    return <><TeamsSection {...part} /><CapacitySection {...part} /><AccessSection facts={facts} /></>;
  }
  return (
    <>
      <TeamsSection {...part} />
      <GatesSection {...part} today={today} />
      <CapacitySection {...part} />
      <ThemesSection {...part} locale={locale} />
      <RolesSection {...part} />
      <ConditionsSection {...part} />
      <NotBuiltSection {...part} />
      <PinSection {...part} />
      <AccessSection facts={facts} />
      <Section id="enabled" title="Taking part" lead="Opting out hides nothing and deletes nothing: the contexts stay on the tickets, and opting in again finds them. Remove the rules from your workflows first.">
        <label className="gs-check"><input type="checkbox" checked={editor.draft.enabled} disabled={isReadOnly} onChange={(event) => editor.change({ enabled: event.target.checked })} /> {facts.project.name} takes part in Groundwork</label>
      </Section>
    </>
  );
}
