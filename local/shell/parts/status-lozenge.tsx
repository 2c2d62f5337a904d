import Lozenge from '@atlaskit/lozenge';
import type { ShownStatus } from './jira-shapes';

/** A status in the colour of its category. */
export function StatusLozenge({ status }: { readonly status: ShownStatus }) {
  return <Lozenge appearance={appearanceOf(status)}>{status.name}</Lozenge>;
}

function appearanceOf(status: ShownStatus): 'success' | 'inprogress' | 'default' {
  if (status.statusCategory?.key === 'done') return 'success';
  return status.statusCategory?.key === 'indeterminate' ? 'inprogress' : 'default';
}
