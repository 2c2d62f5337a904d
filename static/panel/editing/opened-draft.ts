import type { ContextContent } from '../../../src/domain/context/product-context';
import type { Asked, Ticket } from '../load-panel';
import { draftOf, type Draft } from './draft';

/** The form as it opens: the content, and where nothing is written yet, what can be filled in before the first key is pressed. */
export function openedDraft(content: ContextContent, asked: Asked, ticket: Ticket | undefined, locale: string): Draft {
  const draft = draftOf(content, locale);
  const settings = asked.state === 'known' ? asked.settings : undefined;
  const team = settings?.teams.find(({ projects }) => ticket !== undefined && projects.includes(ticket.project.id))?.id;
  const filledIn: Record<string, string> = {
    ...('project' in asked ? { infra: asked.project.id, 'infra.key': asked.project.key } : {}),
    ...(team === undefined ? {} : { team }),
    ...(settings === undefined ? {} : { 'value.worth.currency': settings.currency }),
    'value.worth.per': 'month',
    ...(content.value === undefined ? { 'value.answer': 'money' } : {}),
  };
  return { ...draft, texts: { ...filledIn, ...draft.texts }, thresholds: draft.thresholds.length === 0 ? ['t1'] : draft.thresholds };
}
