import type { ContextContent } from '../../../src/domain/context/product-context';
import { PlainButton } from '../../shared/plain-button';
import { DetailsSection } from '../reading/details-section';
import { WhyCard } from '../reading/why-card';
import { FILLED_EXAMPLES } from './filled-examples';

interface ExampleListProps {
  readonly locale: string;
  readonly onTake: (content: ContextContent, title: string) => void;
}

/** Five filled examples to look at as a ticket shows them, and to begin from. */
export function ExampleList({ locale, onTake }: ExampleListProps) {
  return (
    <ul className="gw-examples">
      {FILLED_EXAMPLES.map(({ title, shows, content }) => (
        <li key={title}>
          <details>
            <summary className="gw-focus">{title}: {shows}</summary>
            <div className="gw-card">
              <WhyCard content={content} locale={locale} />
              <DetailsSection content={content} log={[]} settings={null} locale={locale} />
              <PlainButton onClick={() => onTake(content, title)} aria-label={`Begin from this example: ${title}`}>Begin from this example</PlainButton>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
