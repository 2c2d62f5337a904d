import { Notice } from '../../shared/notice';
import { PlainButton } from '../../shared/plain-button';
import type { FieldError } from './content-of';
import { focusField } from './field-of-finding';

/** Why the form was not sent; each line leads to its field. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <Notice kind="error" live title={errors.length === 1 ? 'Not saved: one field needs a change' : `Not saved: ${errors.length} fields need a change`} testId="panel.errors">
      <ul>{errors.map(({ address, words }) => <li key={`${address}-${words}`}><PlainButton look="link" onClick={() => { focusField(address); }}>{words}</PlainButton></li>)}</ul>
    </Notice>
  );
}
