import { useState } from 'react';
import type { SavedPlan } from '../../../src/domain/ranking/saved-plan';
import { showCount } from '../../../src/domain/ranking/show-number';
import { PlainButton } from '../../shared/plain-button';

interface RemovePlanProps {
  readonly saved: SavedPlan;
  readonly locale: string;
  readonly unavailable: string | undefined;
  readonly onRemove: () => void;
}

/** Takes the saved plan back, after saying what that means for everybody else. */
export function RemovePlan({ saved, locale, unavailable, onRemove }: RemovePlanProps) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return <PlainButton look="subtle" onClick={() => setAsking(true)} unavailable={unavailable} testId="plan.remove">Remove the saved plan</PlainButton>;
  }
  const { length } = saved.placed;
  return (
    <section className="gr-panel" aria-label="Before you remove the plan" data-testid="plan.confirm-remove">
      <p>Whoever opens this page then sees what the settings and the estimates give, counted from that day.{length > 0 && ` ${showCount(length, 'ticket', locale)} placed by hand ${length === 1 ? 'loses its place' : 'lose their places'}.`}</p>
      <div className="gw-actions">
        <PlainButton look="primary" onClick={onRemove} unavailable={unavailable}>Remove it</PlainButton>
        <PlainButton look="subtle" onClick={() => setAsking(false)}>Keep it</PlainButton>
      </div>
    </section>
  );
}
