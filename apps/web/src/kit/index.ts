export { Button, ButtonLink } from './button.js';
export type { ButtonKind } from './button.js';
export { CellFigure } from './cell.js';
export type { Cell } from './cell.js';
export { Chart } from './chart.js';
export type { ChartProps, Series } from './chart.js';
export { CodeField } from './code-field.js';
export { ConfirmButton } from './confirm-button.js';
export { DataTable } from './data-table.js';
export type { ListFilter } from './data-table.js';
export { Dialog } from './dialog.js';
export {
  CheckboxField,
  CheckboxGroupField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from './fields.js';
export type { Option } from './fields.js';
export { GroupedCheckboxesField } from './grouped-checkboxes.js';
export type { OptionGroup } from './grouped-checkboxes.js';
export { Form } from './form.js';
export { Facts } from './facts.js';
export { KeyboardHelp, usePageKey } from './keys.js';
export { useAnnounce, useToast } from './live-region.js';
export { LiveStatus } from './live-state.js';
export { LookupField } from './lookup-field.js';
export { Notice } from './notice.js';
export { Page } from './page.js';
export type { Crumb } from './page.js';
export { ProblemNotice, problemText } from './problem-notice.js';
export { ProgressBar } from './progress-bar.js';
export { EmptyState, Loaded, Loading } from './states.js';
export { Section } from './section.js';
export { Status } from './status.js';
export type { StatusTone } from './status.js';
export { Table } from './table.js';
export type { Column } from './table.js';
export { Tabs } from './tabs.js';
export type { Tab } from './tabs.js';
export { DateField, NumberField } from './typed-fields.js';
export { useRouteParams } from './use-route-params.js';
export { useSearchText } from './use-search-text.js';
