/** Thrown while a query is compiled, caught by `parseJql`; the message is Jira's where Jira has one. */
export class JqlRefusal extends Error {}

export const refusals = {
  unknownField: (field: string) => new JqlRefusal(`Field '${field}' does not exist or you do not have permission to view it.`),
  unknownValue: (value: string, field: string) => new JqlRefusal(`The value '${value}' does not exist for the field '${field}'.`),
  unknownIssue: (key: string) => new JqlRefusal(`An issue with key '${key}' does not exist for field 'issuekey'.`),
  operator: (operator: string, field: string) => new JqlRefusal(`The operator '${operator}' is not supported by the '${field}' field.`),
  functionForField: (name: string, field: string) => new JqlRefusal(`A value provided by the function '${name}' is invalid for the field '${field}'.`),
  notSortable: (field: string) => new JqlRefusal(`Not able to sort using field '${field}'.`),
  notHere: (what: string) => new JqlRefusal(`This local Jira does not have ${what}.`),
} as const;
