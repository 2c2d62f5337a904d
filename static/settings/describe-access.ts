/** Whether people of other teams may work with this project's tickets, as far as its permission scheme says so. */

import type * as z from 'zod';
import type { schemeReply } from './jira-replies';

/** Role that Jira puts the users of apps into; no people. */
export const APP_ROLE = 'atlassian-addons-project-access';

/** What a consuming team needs here, with Jira's name of the permission and why. */
const NEEDED = [
  { code: 'BROWSE_PROJECTS', name: 'Browse Projects', why: 'to see the tickets and these settings' },
  { code: 'CREATE_ISSUES', name: 'Create Issues', why: 'to ask for something here' },
  { code: 'EDIT_ISSUES', name: 'Edit Issues', why: 'to write the product context of a ticket here' },
  { code: 'ADD_COMMENTS', name: 'Add Comments', why: 'to answer questions' },
] as const;

export interface Access {
  readonly permission: string;
  readonly why: string;
  /** everyone: everybody with access to Jira; some: those named in `holders`; nobody: the scheme gives it to nobody. */
  readonly who: 'everyone' | 'some' | 'nobody';
  readonly holders: readonly string[];
}

/** One line a permission; who is in a role or group is not looked up, because that would need further scopes. */
export function describeAccess(scheme: z.infer<typeof schemeReply>, roles: readonly { readonly id: string; readonly name: string }[]): Access[] {
  return NEEDED.map(({ code, name, why }) => {
    const grants = scheme.permissions.filter(({ permission }) => permission === code).map(({ holder }) => holder);
    // An application role without a parameter is every licensed user.
    const isOpen = grants.some(({ type, parameter }) => type === 'anyone' || (type === 'applicationRole' && (parameter ?? '') === ''));
    const holders = [...new Set(grants.map((holder) => holderWords(holder, roles)))].filter((words) => words !== `the role ${APP_ROLE}`);
    return { permission: name, why, who: isOpen ? 'everyone' : holders.length > 0 ? 'some' : 'nobody', holders };
  });
}

type Holder = z.infer<typeof schemeReply>['permissions'][number]['holder'];

function holderWords({ type, parameter, value, projectRole, group }: Holder, roles: readonly { readonly id: string; readonly name: string }[]): string {
  switch (type) {
    case 'projectRole': {
      const name = projectRole?.name ?? roles.find(({ id }) => id === parameter || id === value)?.name;
      return name === undefined ? 'a project role' : `the role ${name}`;
    }
    case 'group': return `the group ${group?.name ?? parameter ?? value ?? ''}`.trim();
    case 'applicationRole': return `users of ${parameter ?? 'Jira'}`;
    case 'projectLead': return 'the project lead';
    case 'reporter': return 'the reporter of a ticket';
    case 'assignee': return 'the assignee of a ticket';
    case 'user': return 'single users';
    default: return 'others named in the permission scheme';
  }
}
