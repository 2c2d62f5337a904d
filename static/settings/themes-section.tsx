import { PlainButton } from '../shared/plain-button';
import { TextField } from './field';
import { newRowKey, Section, type SectionProps } from './section';
import type { ThemeRow } from './settings-draft';
import { sumWords } from './sum-words';

/** Where capacity is meant to go, with the sum of the targets. */
export function ThemesSection({ editor: { draft, change, complaintAbout }, isReadOnly, locale }: SectionProps & { readonly locale: string }) {
  const { themes } = draft;
  const set = (key: string, part: Partial<ThemeRow>) => change({ themes: themes.map((theme) => (theme.key === key ? { ...theme, ...part } : theme)) });
  return (
    <Section id="themes" title="Themes" lead="What your work is for, such as Europe or Stability, and how much of your capacity each should get. Without themes, no ticket is asked for one.">
      <ul className="gs-rows">
        {themes.map((theme) => (
          <li key={theme.key} className="gs-row">
            <TextField id={`themes.${theme.key}.name`} label="Theme" value={theme.name} maxLength={60} isReadOnly={isReadOnly} complaint={complaintAbout(`themes.${theme.key}.name`)} onChange={(name) => set(theme.key, { name })} />
            <TextField id={`themes.${theme.key}.target`} label="Target in %" width="number" value={theme.target} isReadOnly={isReadOnly} complaint={complaintAbout(`themes.${theme.key}.target`)} onChange={(target) => set(theme.key, { target })} />
            {!isReadOnly && <PlainButton look="subtle" aria-label={`Remove ${theme.name.trim() === '' ? 'this theme' : theme.name}`} onClick={() => change({ themes: themes.filter(({ key }) => key !== theme.key) })}>Remove</PlainButton>}
          </li>
        ))}
      </ul>
      {themes.length > 0 && <p role="status" data-testid="settings.themes.sum">{sumWords(themes, locale)}</p>}
      {!isReadOnly && <PlainButton testId="settings.themes.add" onClick={() => change({ themes: [...themes, { key: newRowKey(), name: '', target: '' }] })}>Add a theme</PlainButton>}
    </Section>
  );
}
