import Spinner from '@atlaskit/spinner';
import { useEffect, useRef, useState } from 'react';
import { CRITERIA } from '../../../src/domain/context/criteria';
import type { Judgement } from '../../../src/domain/context/judge-context';
import { PlainButton } from '../../shared/plain-button';
import { GRADE_WORDS } from '../words';

export interface SaveBarProps {
  readonly judgement: Judgement;
  readonly isSaving: boolean;
  readonly hasChanges: boolean;
  readonly onCancel: () => void;
}

/** Save and cancel, with the grade this would have. Cancelling asks while something is unsaved. */
export function SaveBar({ judgement, isSaving, hasChanges, onCancel }: SaveBarProps) {
  const [isAsking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (isAsking) keep.current?.focus(); }, [isAsking]);
  const lacking = judgement.missing.filter((code) => CRITERIA[code].grade === 'bronze').map((code) => CRITERIA[code].label);
  return (
    <div className="gw-save" data-testid="panel.save-bar">
      <p role="status" className="gw-quiet">
        {isSaving ? 'Saving …' : judgement.grade === 'none' ? `For bronze it lacks ${lacking.join(', ')}.` : `This is ${GRADE_WORDS[judgement.grade].toLowerCase()}.`}
      </p>
      {isAsking ? (
        <div className="gw-actions" role="group" aria-label="Discard what you typed?">
          <span>Discard what you typed?</span>
          <PlainButton onClick={onCancel} testId="panel.discard">Discard</PlainButton>
          <PlainButton look="primary" onClick={() => setAsking(false)} buttonRef={keep} testId="panel.keep">Keep writing</PlainButton>
        </div>
      ) : (
        <div className="gw-actions">
          <PlainButton look="primary" type="submit" testId="panel.save">{isSaving ? 'Saving …' : 'Save'}</PlainButton>
          {isSaving && <Spinner size="small" label="Saving" />}
          <PlainButton look="subtle" onClick={() => (hasChanges ? setAsking(true) : onCancel())} testId="panel.cancel">Cancel</PlainButton>
        </div>
      )}
    </div>
  );
}
