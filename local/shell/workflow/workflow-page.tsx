import { Refusal } from '../parts/loading';

/** Placeholder until the workflow routes stand; replaced below. */
export function WorkflowPage({ project }: { readonly project: string }) {
  return <Refusal title={`The workflow of ${project} cannot be shown yet.`} words={[]} />;
}
