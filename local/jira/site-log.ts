/** One line of what the site has to say to whoever runs it. */
export interface LogLine {
  readonly at: number;
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
}

export interface SiteLog {
  write(level: LogLine['level'], text: string): void;
  lines(): readonly LogLine[];
}

const KEPT = 1000;

/** The last lines, also handed to `print` as they come. */
export function createSiteLog(print: (line: LogLine) => void = () => undefined): SiteLog {
  const kept: LogLine[] = [];
  return {
    write: (level, text) => {
      const line: LogLine = { at: Date.now(), level, text };
      kept.push(line);
      if (kept.length > KEPT) kept.shift();
      print(line);
    },
    lines: () => [...kept],
  };
}
