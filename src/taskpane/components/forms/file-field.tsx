import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  input: { maxWidth: '100%', minHeight: '24px', font: 'inherit' },
});

interface FileFieldProps {
  readonly label: string;
  /** What the dialog offers first: endings and media types with commas between. */
  readonly accept: string;
  readonly onFile: (file: Blob) => void;
}

/** A file that is chosen from this computer. It is read in memory, and kept nowhere. */
export function FileField({ accept, label, onFile }: FileFieldProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.file}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles.input}
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file, changed meanwhile, can be opened again.
          target.value = '';
        }}
      />
    </div>
  );
}
