import { createJiraCalls, type AskJira } from '../../static/shared/load-calls';
import { loadPast, MOST_DONE } from '../../static/shared/load-past';
import { createTicketLoader, TICKET_FIELDS } from '../../static/shared/load-tickets';
import { aWire, type Wire } from './given-wire';

/** The wire's tickets, each with a context. */
function withContexts(wire: Wire): AskJira {
  return async (path, init) => {
    const answer = await wire.ask(path, init);
    const reply = answer.body as { issues: object[] };
    if (!path.endsWith('/bulkfetch')) return answer;
    return { ...answer, body: { ...reply, issues: reply.issues.map((issue) => ({ ...issue, properties: { 'product-context': { v: 1, rev: 1, savedAt: '2026-11-01T08:00:00.000Z', team: 'orders' } } })) } };
  };
}

const load = (ask: AskJira) => loadPast(createJiraCalls({ ask, signal: new AbortController().signal }), '10001');

test('every done ticket is read, page by page and in bulk', async () => {
  const wire = aWire(2_300, { pageSize: 1_000 });
  const found = await load(withContexts(wire));
  expect(found).toMatchObject({ ok: true, isCut: false, failed: 0 });
  expect(found.ok && found.closed.length).toBe(2_300);
  expect(found.ok && new Set(found.closed.map(({ ticket }) => ticket.id)).size).toBe(2_300);
  expect(wire.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['jql', 'jql', 'jql', 'bulkfetch', 'bulkfetch', 'bulkfetch']);
});

test('where more is done than is counted, it says so', async () => {
  const found = await load(withContexts(aWire(MOST_DONE + 1, { pageSize: 1_000 })));
  expect(found).toMatchObject({ ok: true, isCut: true });
  expect(found.ok && found.closed.length).toBe(MOST_DONE);
});

test('done tickets that Jira could not read are counted as such', async () => {
  const found = await load(withContexts(aWire(3, { erring: { 2: 99 } })));
  expect(found).toMatchObject({ ok: true, failed: 1 });
  expect(found.ok && found.closed.length).toBe(2);
});

test('a copied record brings no outcome and no agreement along', async () => {
  const record = (id: string) => ({ v: 1, rev: 1, savedAt: '2026-11-01T08:00:00.000Z', team: 'orders', outcome: { effort: { level: 3 } }, accepted: { hash: 'h', comment: '1', ranges: { effort: { low: 1, high: 2 } } }, index: { issue: Number(id), by: { judge: 1, settings: 1 }, met: [], missing: [], notApplicable: [], grade: 'none', hash: 'h', elements: [] } });
  const wire = aWire(2);
  const found = await load(async (path, init) => {
    const answer = await wire.ask(path, init);
    const reply = answer.body as { issues: { id: string }[] };
    if (!path.endsWith('/bulkfetch')) return answer;
    return { ...answer, body: { ...reply, issues: reply.issues.map((issue, at) => ({ ...issue, properties: { 'product-context': record(at === 0 ? issue.id : '7') } })) } };
  });
  expect(found.ok && found.closed.map(({ isCopy, content, accepted }) => [isCopy, content.outcome, accepted?.ranges])).toEqual([
    [false, { effort: { level: 3 } }, { effort: { low: 1, high: 2 } }], [true, undefined, undefined],
  ]);
});

test('how a ticket was closed is read along, and asked of done tickets alone', async () => {
  const wire = aWire(2);
  const found = await load(async (path, init) => {
    const answer = await withContexts(wire)(path, init);
    const reply = answer.body as { issues: { fields: object }[] };
    if (!path.endsWith('/bulkfetch')) return answer;
    return { ...answer, body: { ...reply, issues: reply.issues.map((issue, at) => ({ ...issue, fields: { ...issue.fields, resolution: at === 0 ? { id: '10001', name: 'Won\'t Do' } : null } })) } };
  });
  expect(found.ok && found.closed.map(({ resolution }) => resolution)).toEqual(['Won\'t Do', undefined]);
  expect(wire.requests.at(-1)?.body['fields']).toEqual([...TICKET_FIELDS, 'resolution']);
  const open = aWire(1);
  await createTicketLoader(createJiraCalls({ ask: open.ask, signal: new AbortController().signal })).load(['1'], () => undefined);
  expect(open.requests.at(-1)?.body['fields']).toEqual(TICKET_FIELDS);
});
