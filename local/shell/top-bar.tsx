import Button, { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup, DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useState } from 'react';
import { MeterDrawer } from './meter-drawer';
import { addressOf, type Screen } from './parts/address';
import type { ShownProject } from './parts/jira-shapes';
import { actAs } from './parts/session';
import { useSite } from './parts/site-context';
import { useAnswer } from './parts/use-answer';
import { useColorMode } from './parts/use-color-mode';

/** Jira's bar: where to, as whom, in what light, and what the app costs. */
export function TopBar({ screen }: { readonly screen: Screen }) {
  const [isMeterOpen, setMeterOpen] = useState(false);
  const { colorMode, choose } = useColorMode();
  const project = projectOf(screen);
  return (
    <header className="jira-bar">
      <a className="jira-name" href="/">Jira</a>
      <nav aria-label="Jira" className="jira-nav">
        <ProjectSwitcher current={project} />
        <a href="/issues/">All tickets</a>
        {project !== undefined && <ProjectLinks project={project} />}
      </nav>
      <div className="jira-bar-end">
        <Button appearance="subtle" onClick={() => setMeterOpen(true)}>Meter</Button>
        <IconButton
          appearance="subtle" icon={ThemeIcon} label={colorMode === 'dark' ? 'Switch to light mode' : 'Switch to dark mode'}
          onClick={() => choose(colorMode === 'dark' ? 'light' : 'dark')}
        />
        <UserSwitch />
      </div>
      {isMeterOpen && <MeterDrawer onClose={() => setMeterOpen(false)} />}
    </header>
  );
}

function projectOf(screen: Screen): string | undefined {
  if (screen.kind === 'issue') return screen.issue.split('-').slice(0, -1).join('-') || undefined;
  return 'project' in screen ? screen.project : undefined;
}

function ProjectSwitcher({ current }: { readonly current: string | undefined }) {
  const { answer } = useAnswer<{ values: ShownProject[] }>('/rest/api/3/project/search?maxResults=100&orderBy=key');
  const projects = answer?.ok === true ? answer.value.values : [];
  const name = projects.find(({ key }) => key === current)?.name;
  return (
    <DropdownMenu trigger={name === undefined ? 'Projects' : `Project: ${name}`} shouldRenderToParent>
      <DropdownItemGroup>
        {projects.map(({ key, name: title }) => <DropdownItem key={key} href={addressOf.list(key)}>{title} ({key})</DropdownItem>)}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}

function ProjectLinks({ project }: { readonly project: string }) {
  const { app } = useSite();
  const [page] = app.projectPages;
  return (
    <>
      <a href={addressOf.list(project)}>Tickets</a>
      {page !== undefined && <a href={addressOf.projectPage(project, app)}>{page.title}</a>}
      <a href={addressOf.projectSettings(project)}>Project settings</a>
    </>
  );
}

function UserSwitch() {
  const { session } = useSite();
  return (
    <DropdownMenu trigger={session.me === undefined ? 'Nobody is signed in' : session.me.displayName} shouldRenderToParent placement="bottom-end">
      <DropdownItemRadioGroup id="people" title="Act as">
        {session.people.map(({ accountId, displayName, about }) => (
          <DropdownItemRadio
            key={accountId} id={accountId} isSelected={accountId === session.me?.accountId} {...(about === undefined ? {} : { description: about })}
            onClick={() => actAs(accountId)}
          >
            {displayName}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
