import Button from '@atlaskit/button/new';
import { AppFrame } from '../frame/app-frame';
import type { ShownIssue } from '../parts/jira-shapes';
import { Refusal } from '../parts/loading';
import { ask } from '../parts/server';
import { useSite } from '../parts/site-context';
import { useAnswer } from '../parts/use-answer';

export interface IssuePartProps {
  readonly issue: ShownIssue;
  readonly onRefreshIssue: () => void;
}

/** Heights in pixels that the manifest's viewportSize fixes; without one a panel follows its content. */
const HEIGHTS: Readonly<Record<string, number>> = { small: 112, medium: 262, large: 524, xlarge: 1048 };

/** The app's panels: a button under Apps until somebody adds one to the ticket, or an administrator pins it in the project. */
export function IssuePanels({ issue, onRefreshIssue }: IssuePartProps) {
  const { app } = useSite();
  const path = `/local/app/panels?issue=${issue.id}&project=${issue.fields.project.id}`;
  const { answer, reload } = useAnswer<{ shown: string[] }>(path);
  if (answer === undefined) return null;
  if (!answer.ok) return <Refusal title="Jira cannot say which panels this ticket has." words={answer.words} />;
  const { shown } = answer.value;
  const hidden = app.issuePanels.filter(({ key }) => !shown.includes(key));
  const add = (moduleKey: string): void => void ask(path, { method: 'POST', body: { moduleKey } }).then(reload);
  return (
    <>
      {hidden.length > 0 && (
        <section aria-labelledby="apps-title">
          <h2 id="apps-title" className="jira-section">Apps</h2>
          {hidden.map(({ key, title }) => <Button key={key} onClick={() => add(key)}>{title}</Button>)}
        </section>
      )}
      {app.issuePanels.filter(({ key }) => shown.includes(key)).map(({ key, title, resource, viewportSize }) => (
        <section key={key} aria-labelledby={`panel-${key}`} data-testid="issue.panel">
          <h2 id={`panel-${key}`} className="jira-section">{title}</h2>
          <AppFrame
            title={`${title} panel`} resource={resource} appOrigin={app.appOrigin} place={{ moduleKey: key, issue: issue.id }}
            minHeight={112} {...fixed(viewportSize)} onRefreshIssue={onRefreshIssue}
          />
        </section>
      ))}
    </>
  );
}

function fixed(viewportSize: string | undefined): { readonly fixedHeight?: number } {
  const height = viewportSize === undefined ? undefined : HEIGHTS[viewportSize];
  return height === undefined ? {} : { fixedHeight: height };
}
