import type { Route } from './route';

interface Compiled {
  readonly route: Route;
  readonly parts: readonly string[];
  /** Literal parts count more, so `/issue/bulkfetch` wins over `/issue/{issueIdOrKey}`. */
  readonly literals: number;
}

export interface RouteMatch {
  readonly route: Route;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the route for a method and a path; `undefined` when none serves it. */
export function createRouteMatcher(routes: readonly Route[]): (method: string, path: string) => RouteMatch | undefined {
  const compiled: Compiled[] = routes
    .map((route) => ({ route, parts: split(route.pattern), literals: split(route.pattern).filter((part) => !part.startsWith('{')).length }))
    .sort((a, b) => b.literals - a.literals);
  return (method, path) => {
    const steps = split(path);
    for (const candidate of compiled) {
      if (candidate.route.method !== method || candidate.parts.length !== steps.length) continue;
      const values = bind(candidate.parts, steps);
      if (values !== undefined) return { route: candidate.route, path: values };
    }
    return undefined;
  };
}

function bind(parts: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const step = steps[at] ?? '';
    if (part.startsWith('{')) {
      const decoded = decode(step);
      if (decoded === undefined) return undefined;
      values[part.slice(1, -1)] = decoded;
    } else if (part !== step) return undefined;
  }
  return values;
}

function decode(step: string): string | undefined {
  try {
    return decodeURIComponent(step);
  } catch {
    return undefined;
  }
}

function split(path: string): string[] {
  return path.replace(/\/+$/, '').split('/').slice(1);
}
