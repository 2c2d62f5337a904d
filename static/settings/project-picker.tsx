import Select from '@atlaskit/select';
import type { VisibleProject } from './load-settings-page';

interface ProjectPickerProps {
  readonly id: string;
  readonly label: string;
  readonly chosen: readonly string[];
  readonly projects: readonly VisibleProject[];
  readonly onChange: (ids: readonly string[]) => void;
  readonly isReadOnly: boolean;
}

/** Several of the projects that this user can see; a chosen one that this user cannot see stays chosen. */
export function ProjectPicker({ id, label, chosen, projects, onChange, isReadOnly }: ProjectPickerProps) {
  const options = projects.map((project) => ({ value: project.id, label: `${project.name} (${project.key})` }));
  const value = chosen.map((projectId) => options.find((option) => option.value === projectId) ?? { value: projectId, label: `a project you cannot see (${projectId})` });
  return (
    <div className="gs-field gs-field--wide">
      <label htmlFor={id}>{label}</label>
      <Select
        inputId={id} isMulti isSearchable isDisabled={isReadOnly} options={options} value={value} spacing="compact"
        placeholder="Choose projects" noOptionsMessage={() => 'No other project that you can see'} menuPosition="fixed"
        onChange={(picked) => onChange(picked.map((option) => option.value))}
      />
    </div>
  );
}
