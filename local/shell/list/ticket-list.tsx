import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Textfield from '@atlaskit/textfield';
import { useEffect, useState } from 'react';
import { addressOf } from '../parts/address';
import type { ShownIssue } from '../parts/jira-shapes';
import { Loading } from '../parts/loading';
import { ask, type Answer } from '../parts/server';
import { StatusLozenge } from '../parts/status-lozenge';
import { CreateTicket } from './create-ticket';

interface Page {
  readonly issues: readonly ShownIssue[];
  readonly nextPageToken?: string;
}

const PAGE = 50;

/** Tickets that a JQL query finds, a page at a time. */
export function TicketList({ project, jql }: { readonly project: string | undefined; readonly jql: string | undefined }) {
  const query = jql ?? (project === undefined ? 'created >= "2000-01-01" ORDER BY created DESC' : `project = ${JSON.stringify(project)} ORDER BY created DESC`);
  const [typed, setTyped] = useState(query);
  const [isCreating, setCreating] = useState(false);
  const { answer, isMore, more } = useSearch(query);
  return (
    <>
      <div className="jira-head">
        <Heading as="h1" size="large">{project === undefined ? 'Tickets' : `Tickets of ${project}`}</Heading>
        <Button appearance="primary" onClick={() => setCreating(true)}>Create</Button>
      </div>
      <form
        className="jira-search" role="search"
        onSubmit={(event) => {
          event.preventDefault();
          window.location.assign(addressOf.search(typed));
        }}
      >
        <label htmlFor="jql">JQL</label>
        <div className="jira-search-field"><Textfield id="jql" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} spellCheck={false} isMonospaced /></div>
        <Button type="submit">Search</Button>
      </form>
      <Loading answer={answer} what="these tickets">{(issues) => <Rows issues={issues} isMore={isMore} more={more} />}</Loading>
      {isCreating && <CreateTicket project={project} onClose={() => setCreating(false)} />}
    </>
  );
}

function Rows({ issues, isMore, more }: { readonly issues: readonly ShownIssue[]; readonly isMore: boolean; readonly more: () => void }) {
  if (issues.length === 0) return <p>No ticket that you may see matches this query.</p>;
  return (
    <>
      <table className="jira-table">
        <caption>{issues.length}{isMore ? ' or more' : ''} tickets</caption>
        <thead><tr><th scope="col">Key</th><th scope="col">Summary</th><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Assignee</th><th scope="col">Reporter</th></tr></thead>
        <tbody>
          {issues.map(({ id, key, fields }) => (
            <tr key={id}>
              <td className="jira-whole"><a href={addressOf.issue(key)}>{key}</a></td><td><a href={addressOf.issue(key)}>{fields.summary}</a></td><td>{fields.issuetype.name}</td>
              <td><StatusLozenge status={fields.status} /></td><td>{fields.assignee?.displayName ?? 'Nobody'}</td><td>{fields.reporter?.displayName ?? 'Nobody'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isMore && <Button onClick={more}>Show more</Button>}
    </>
  );
}

/** A search that grows by pages. */
function useSearch(query: string): { readonly answer: Answer<readonly ShownIssue[]> | undefined; readonly isMore: boolean; readonly more: () => void } {
  const [answer, setAnswer] = useState<Answer<readonly ShownIssue[]> | undefined>(undefined);
  const [next, setNext] = useState<string | undefined>(undefined);
  const take = (found: Answer<Page>, before: readonly ShownIssue[]): void => {
    setAnswer(found.ok ? { ok: true, value: [...before, ...found.value.issues] } : found);
    setNext(found.ok ? found.value.nextPageToken : undefined);
  };
  useEffect(() => void searchPage(query, undefined).then((found) => take(found, [])), [query]);
  return {
    answer, isMore: next !== undefined,
    more: () => void searchPage(query, next).then((found) => take(found, answer?.ok === true ? answer.value : [])),
  };
}

function searchPage(jql: string, nextPageToken: string | undefined): Promise<Answer<Page>> {
  const fields = ['summary', 'status', 'issuetype', 'project', 'assignee', 'reporter'];
  return ask<Page>('/rest/api/3/search/jql', { method: 'POST', body: { jql, fields, maxResults: PAGE, ...(nextPageToken === undefined ? {} : { nextPageToken }) } });
}
