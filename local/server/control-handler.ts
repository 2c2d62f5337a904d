import * as z from 'zod';
import { faultSchema } from '../meter/faults';
import { json, type Handler, type ServerContext } from './handler';
import { findAccount, SESSION_COOKIE } from './session';

const sessionSchema = z.object({ accountId: z.string() });

/** What the local Jira offers beside Jira's own API: meter, log, faults on demand, people to act as, switch of user. */
export function createControlHandler({ site, defaultAccount }: ServerContext): Handler {
  return async (request) => {
    if (request.origin !== 'shell' || !request.url.pathname.startsWith('/local/api/')) return undefined;
    const what = `${request.method} ${request.url.pathname.slice('/local/api/'.length)}`;
    switch (what) {
      case 'GET meter': return json(site.meter.since(Number(request.url.searchParams.get('since') ?? 0) || 0));
      case 'DELETE meter':
        site.meter.reset();
        return json({ mark: 0 });
      case 'GET log': return json({ lines: site.log.lines() });
      case 'GET session': return json({ accountId: request.actor ?? null, defaultAccount: defaultAccount ?? null });
      case 'POST session': return switchUser(request.body);
      case 'GET people': return json([...site.tables.people.values()].filter(({ accountType }) => accountType !== 'app'));
      case 'POST faults': return planFault(request.body);
      case 'DELETE faults':
        site.faults.clear();
        return json({});
      default: return undefined;
    }
  };

  function planFault(body: Buffer): Response {
    const fault = faultSchema.safeParse(parse(body));
    if (!fault.success) return json({ errorMessages: fault.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }, 400);
    site.faults.plan(fault.data);
    return json(fault.data, 201);
  }

  function switchUser(body: Buffer): Response {
    const wanted = sessionSchema.safeParse(parse(body));
    const account = wanted.success ? findAccount(site.tables, wanted.data.accountId) : undefined;
    if (account === undefined) return json({ errorMessages: ['Nobody here has this account.'] }, 404);
    return json({ accountId: account }, 200, { 'set-cookie': sessionCookie(account) });
  }
}

/** The cookie that makes the shell act as this account. */
export function sessionCookie(accountId: string): string {
  return `${SESSION_COOKIE}=${encodeURIComponent(accountId)}; Path=/; SameSite=Lax; HttpOnly`;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
