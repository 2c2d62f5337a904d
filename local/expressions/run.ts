import { COMPLEXITY_LIMITS, type Complexity } from './evaluation';
import { ExpressionFailure } from './expression-failure';
import { ExpressionObject, type ExpressionValue } from './expression-value';
import { isList, isMap } from './value-rules';

/** Counts what one run costs and ends it at Jira's limits. */
export class Run {
  private steps = 0;
  private expensiveOperations = 0;
  private readonly beans = new Set<string>();

  step(): void {
    this.steps += 1;
    refuseAbove('steps', this.steps);
  }

  expensive(): void {
    this.expensiveOperations += 1;
    refuseAbove('expensiveOperations', this.expensiveOperations);
  }

  touch(value: ExpressionValue): void {
    if (!(value instanceof ExpressionObject)) return;
    this.beans.add(`${value.typeName} ${value.identity}`);
    refuseAbove('beans', this.beans.size);
  }

  finish(result: ExpressionValue): Complexity {
    const primitiveValues = countPrimitives(result);
    refuseAbove('primitiveValues', primitiveValues);
    return { steps: this.steps, expensiveOperations: this.expensiveOperations, beans: this.beans.size, primitiveValues };
  }
}

const WORDS: Record<keyof Complexity, string> = {
  steps: 'steps', expensiveOperations: 'expensive operations', beans: 'Jira objects', primitiveValues: 'primitive values',
};

function refuseAbove(what: keyof Complexity, used: number): void {
  const limit = COMPLEXITY_LIMITS[what];
  if (used > limit) throw new ExpressionFailure(`The expression needs more than ${limit} ${WORDS[what]}, which is the limit.`, 'complexity');
}

function countPrimitives(value: ExpressionValue): number {
  if (isList(value)) return value.reduce<number>((sum, item) => sum + countPrimitives(item), 0);
  if (isMap(value)) return [...value.values()].reduce<number>((sum, item) => sum + countPrimitives(item), 0);
  return 1;
}
