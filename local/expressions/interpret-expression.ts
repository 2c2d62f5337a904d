import type {
  ArrowFunctionExpression, BinaryExpression, CallExpression, Expression, MemberExpression, NewExpression, ObjectExpression, Super, TemplateLiteral,
} from 'acorn';
import { ExpressionFailure } from './expression-failure';
import { ExpressionFunction, type ExpressionValue } from './expression-value';
import { lookUp, nameOf, notOffered, withVariable, type Scope } from './scope';
import { readMember } from './read-member';
import type { Run } from './run';
import { areEqual, compareValues, isList, isMap, isTruthy, toText, typeName, withinBounds } from './value-rules';

/** The value of one expression node. Throws `ExpressionFailure` where Jira would refuse. */
export function interpret(node: Expression | Super, scope: Scope, run: Run): ExpressionValue {
  run.step();
  const value = valueOf(node, scope, run);
  run.touch(value);
  return value;
}

function valueOf(node: Expression | Super, scope: Scope, run: Run): ExpressionValue {
  switch (node.type) {
    case 'Literal': return literal(node.value, node.raw ?? '');
    case 'Identifier': return lookUp(scope, node.name);
    case 'TemplateLiteral': return template(node, scope, run);
    case 'ArrayExpression': return node.elements.map((item) => {
      if (item === null || item.type === 'SpreadElement') throw notOffered('Spreading or leaving out elements of a list');
      return interpret(item, scope, run);
    });
    case 'ObjectExpression': return map(node, scope, run);
    case 'ArrowFunctionExpression': return arrow(node, scope, run);
    case 'ConditionalExpression': return interpret(isTruthy(interpret(node.test, scope, run)) ? node.consequent : node.alternate, scope, run);
    case 'LogicalExpression': {
      const left = interpret(node.left, scope, run);
      const enough = node.operator === '??' ? left !== null : isTruthy(left) === (node.operator === '||');
      return enough ? left : interpret(node.right, scope, run);
    }
    case 'UnaryExpression': return unary(node.operator, node.argument, scope, run);
    case 'BinaryExpression': return binary(node, scope, run);
    case 'ChainExpression': return interpret(node.expression, scope, run);
    case 'ParenthesizedExpression': return interpret(node.expression, scope, run);
    case 'MemberExpression': return member(node, scope, run);
    case 'CallExpression': return call(node, scope, run);
    case 'NewExpression': return construct(node, scope, run);
    default: throw notOffered(`${node.type} (${describeConstruct(node.type)})`);
  }
}

function describeConstruct(type: string): string {
  return type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function literal(value: unknown, raw: string): ExpressionValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw notOffered(`The literal ${raw}`);
}

function template(node: TemplateLiteral, scope: Scope, run: Run): string {
  return withinBounds(node.quasis.map((text, at) => {
    const hole = node.expressions[at];
    return (text.value.cooked ?? '') + (hole === undefined ? '' : toText(interpret(hole, scope, run)));
  }).join(''));
}

function map(node: ObjectExpression, scope: Scope, run: Run): ExpressionValue {
  return new Map(node.properties.map((property) => {
    if (property.type === 'SpreadElement' || property.computed || property.kind !== 'init' || property.method) throw notOffered('This kind of object literal');
    const { key } = property;
    return [key.type === 'Identifier' ? key.name : toText(interpret(key, scope, run)), interpret(property.value, scope, run)] as const;
  }));
}

function arrow(node: ArrowFunctionExpression, scope: Scope, run: Run): ExpressionValue {
  const { body } = node;
  const names = node.params.map(nameOf);
  if (node.async || body.type === 'BlockStatement') throw notOffered('A function with a block as its body');
  return new ExpressionFunction('arrow function', (args) => {
    const inside = names.reduce((inner, name, at) => withVariable(inner, name, args[at] ?? null), scope);
    return interpret(body, inside, run);
  });
}

function unary(operator: string, argument: Expression, scope: Scope, run: Run): ExpressionValue {
  if (operator === 'typeof') {
    if (argument.type === 'Identifier' && !scope.has(argument.name)) return 'undefined';
    return typeName(interpret(argument, scope, run));
  }
  const value = interpret(argument, scope, run);
  if (operator === '!') return !isTruthy(value);
  if (operator !== '-') throw notOffered(`The operator ${operator}`);
  if (typeof value !== 'number') throw new ExpressionFailure(`- wants a Number, got ${typeName(value)}.`);
  return -value;
}

function binary(node: BinaryExpression, scope: Scope, run: Run): ExpressionValue {
  if (node.left.type === 'PrivateIdentifier') throw notOffered('A private name');
  const left = interpret(node.left, scope, run);
  const right = interpret(node.right, scope, run);
  switch (node.operator) {
    case '==': return areEqual(left, right);
    case '!=': return !areEqual(left, right);
    case '<': return compareValues(left, right) < 0;
    case '<=': return compareValues(left, right) <= 0;
    case '>': return compareValues(left, right) > 0;
    case '>=': return compareValues(left, right) >= 0;
    case '+':
      if (typeof left === 'string' || typeof right === 'string') return withinBounds(toText(left) + toText(right));
      return arithmetic('+', left, right);
    case '-': case '*': case '/': case '%': return arithmetic(node.operator, left, right);
    default: throw notOffered(`The operator ${node.operator}`);
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: ExpressionValue, right: ExpressionValue): number {
  if (typeof left !== 'number' || typeof right !== 'number') {
    throw new ExpressionFailure(`${operator} wants two Numbers, got ${typeName(left)} and ${typeName(right)}.`);
  }
  switch (operator) {
    case '+': return left + right;
    case '-': return left - right;
    case '*': return left * right;
    case '/': return left / right;
    case '%': return left % right;
  }
}

/** `a.b`, `a['b']`, `a?.b`. With `?.`, a null owner or an unknown member gives null; it protects this one step only. */
function member(node: MemberExpression, scope: Scope, run: Run): ExpressionValue {
  const owner = interpret(node.object, scope, run);
  if (owner === null && node.optional) return null;
  return memberOf(node, owner, scope, run);
}

function memberOf(node: MemberExpression, owner: ExpressionValue, scope: Scope, run: Run): ExpressionValue {
  const name = memberName(node, scope, run);
  if (typeof name === 'number') return itemAt(owner, name);
  if (owner === null) throw new ExpressionFailure(`Cannot read "${name}" of null.`);
  const found = readMember(owner, name);
  if (found === undefined) {
    if (node.optional) return null;
    throw new ExpressionFailure(`Unrecognized property of ${typeName(owner)}: "${name}".`);
  }
  if (found.expensive === true) run.expensive();
  return found.read();
}

function memberName(node: MemberExpression, scope: Scope, run: Run): string | number {
  if (node.property.type === 'PrivateIdentifier') throw notOffered('A private name');
  if (!node.computed) return node.property.type === 'Identifier' ? node.property.name : '';
  const name = interpret(node.property, scope, run);
  if (typeof name === 'string' || typeof name === 'number') return name;
  throw new ExpressionFailure(`A member is named by a String or a Number, got ${typeName(name)}.`);
}

function itemAt(owner: ExpressionValue, at: number): ExpressionValue {
  if (isList(owner)) return owner[at] ?? null;
  if (typeof owner === 'string') return owner[at] ?? null;
  if (isMap(owner)) return owner.get(String(at)) ?? null;
  throw new ExpressionFailure(`${typeName(owner)} has no item ${at}.`);
}

function call(node: CallExpression, scope: Scope, run: Run): ExpressionValue {
  const { callee } = node;
  if (callee.type === 'MemberExpression' && callee.optional) {
    const owner = interpret(callee.object, scope, run);
    if (owner === null) return null;
    return invoke(memberOf(callee, owner, scope, run), node, scope, run);
  }
  return invoke(interpret(callee, scope, run), node, scope, run);
}

function invoke(callee: ExpressionValue, node: CallExpression, scope: Scope, run: Run): ExpressionValue {
  if (callee === null && node.optional) return null;
  if (!(callee instanceof ExpressionFunction)) throw new ExpressionFailure(`${typeName(callee)} is not a function.`);
  if (callee.options.expensive === true) run.expensive();
  return callee.call(argumentsOf(node, scope, run));
}

function construct(node: NewExpression, scope: Scope, run: Run): ExpressionValue {
  const made = interpret(node.callee, scope, run);
  if (!(made instanceof ExpressionFunction) || made.options.construct === undefined) throw new ExpressionFailure(`${typeName(made)} cannot be made with new.`);
  if (made.options.expensive === true) run.expensive();
  return made.options.construct(argumentsOf(node, scope, run));
}

function argumentsOf(node: CallExpression | NewExpression, scope: Scope, run: Run): ExpressionValue[] {
  return node.arguments.map((argument) => {
    if (argument.type === 'SpreadElement') throw notOffered('Spreading arguments');
    return interpret(argument, scope, run);
  });
}
