import * as z from 'zod';

/** A failure or a delay to be shown on demand: it meets the next `times` requests whose "METHOD /path" matches. */
export const faultSchema = z.object({
  /** Regular expression over `PUT /rest/api/3/issue/10042/properties/x`. */
  match: z.string().refine(isRegularExpression, 'must be a regular expression'),
  /** Without it the request is only slow. */
  status: z.exactOptional(z.union([z.literal(429), z.number().int().min(500).max(599)])),
  /** Milliseconds before the answer. */
  delay: z.exactOptional(z.number().int().min(0).max(120_000)),
  /** Seconds, for the header Retry-After. */
  retryAfter: z.exactOptional(z.number().int().min(0).max(3600)),
  times: z.number().int().min(1).max(10_000).default(1),
  /** RateLimit-Reason of a 429. */
  reason: z.enum(['jira-quota-global-based', 'jira-quota-tenant-based', 'jira-burst-based', 'jira-per-issue-on-write']).default('jira-burst-based'),
});
export type Fault = z.infer<typeof faultSchema>;

export interface Faults {
  plan(fault: Fault): void;
  clear(): void;
  /** The fault that this request runs into, which is then used up by one. */
  take(request: string): Fault | undefined;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; pattern: RegExp; left: number }[] = [];
  return {
    plan: (fault) => { planned.push({ fault, pattern: new RegExp(fault.match), left: fault.times }); },
    clear: () => { planned = []; },
    take: (request) => {
      const hit = planned.find(({ pattern }) => pattern.test(request));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      planned = planned.filter(({ left }) => left > 0);
      return hit.fault;
    },
  };
}

function isRegularExpression(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
