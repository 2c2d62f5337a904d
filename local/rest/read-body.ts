import type * as z from 'zod';
import { refuse, Refusal } from '../jira/refusal';

/** The request body as this schema describes it; refuses with 400 in Jira's words and zod's path. */
export function readBody<S extends z.ZodType>(body: string | undefined, schema: S): z.infer<S> {
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.') || 'The request body'}: ${issue.message}`);
  throw new Refusal(400, complaints.length === 0 ? ['Invalid request payload. Refer to the REST API documentation and try again.'] : complaints);
}

function parseJson(body: string | undefined): unknown {
  if (body === undefined || body.trim() === '') refuse(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  try {
    return JSON.parse(body) as unknown;
  } catch {
    refuse(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  }
}

/** A path parameter that the pattern is known to have. */
export function pathValue(path: Readonly<Record<string, string>>, name: string): string {
  const value = path[name];
  if (value === undefined) throw new Error(`The route has no path parameter ${name}.`);
  return value;
}

/** A list given as `a,b` or by repeating the parameter; undefined when it was not given. */
export function listParameter(query: URLSearchParams, name: string): string[] | undefined {
  const given = query.getAll(name);
  return given.length === 0 ? undefined : given.flatMap((value) => value.split(',')).map((value) => value.trim()).filter((value) => value !== '');
}

/** A whole number from the query, kept within bounds; refuses what is no number. */
export function numberParameter(query: URLSearchParams, name: string, byDefault: number, most: number): number {
  const given = query.get(name);
  if (given === null || given === '') return byDefault;
  if (!/^-?\d+$/.test(given)) refuse(400, `The value '${given}' of the query parameter '${name}' is not a number.`);
  return Math.min(Math.max(0, Number(given)), most);
}
