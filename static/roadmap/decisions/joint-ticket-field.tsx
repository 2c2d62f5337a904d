import { useEffect, useState } from 'react';
import * as z from 'zod';
import { askJira } from '../../shared/bridge';
import type { JointTicket } from './decide-draft';
import { Field } from './field';

const KEY = /^[A-Z][A-Z0-9_]+-\d+$/;
/** Milliseconds without a key pressed before Jira is asked. */
const PAUSE = 300;
const ticketSchema = z.object({ id: z.coerce.number(), key: z.string(), fields: z.object({ summary: z.string().nullish() }) });

/** The joint ticket, named by its key and looked up as the user. */
export function JointTicketField({ joint, onChange }: { readonly joint: JointTicket | undefined; readonly onChange: (joint: JointTicket | undefined) => void }) {
  const [typed, setTyped] = useState(joint?.key ?? '');
  const [words, setWords] = useState(joint === undefined ? '' : joint.summary);
  const key = typed.trim().toUpperCase();
  useEffect(() => {
    if (joint?.key === key) return undefined;
    if (!KEY.test(key)) return undefined;
    const timer = setTimeout(() => {
      setWords('Looking …');
      lookUp(key).then((found) => {
        setWords(found === undefined ? `Jira has no ticket ${key} that you may see. Create the joint ticket first.` : found.summary);
        if (found !== undefined) onChange(found);
      }).catch(() => setWords('Jira did not answer. Type the key again in a moment.'));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [key, joint?.key, onChange]);
  return (
    <Field label="Joint ticket" hint="The key of a ticket on which the teams work it out, such as BUYER-90.">
      {(id, describedBy) => (
        <>
          <input
            id={id} aria-describedby={describedBy} className="gw-focus" value={typed} maxLength={100}
            onChange={(event) => {
              setTyped(event.target.value);
              setWords('');
              if (joint !== undefined) onChange(undefined);
            }}
          />
          <span role="status" className="gw-small">{words}</span>
        </>
      )}
    </Field>
  );
}

async function lookUp(key: string): Promise<JointTicket | undefined> {
  const { status, body } = await askJira(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=summary`);
  const parsed = ticketSchema.safeParse(body);
  return status === 200 && parsed.success ? { id: parsed.data.id, key: parsed.data.key, summary: parsed.data.fields.summary ?? '' } : undefined;
}
