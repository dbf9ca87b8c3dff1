import { Field, makeStyles, type FieldProps } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  // Lists with long entries would be wider than the pane otherwise.
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** A label, a control, help and an error that belong together, never wider than the pane. */
export function FormField(props: FieldProps): ReactElement {
  return <Field {...props} className={useStyles().field} />;
}
