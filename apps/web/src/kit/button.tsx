import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';

/** One primary button per page; the rest secondary or tertiary (looks like a link); warning for what removes. */
export type ButtonKind = 'primary' | 'secondary' | 'tertiary' | 'warning';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  kind?: ButtonKind;
  /** true = works on something: says so and takes no second press. */
  busy?: boolean;
}

/** A button. It is `type="button"` unless told otherwise. */
export function Button({
  kind = 'primary',
  busy = false,
  type = 'button',
  onClick,
  ...rest
}: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${kind}`}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}

interface ButtonLinkProps {
  to: string;
  kind?: ButtonKind;
  children: ReactNode;
}

/** A link that looks like a button; for going to another page. */
export function ButtonLink({ to, kind = 'primary', children }: ButtonLinkProps): ReactElement {
  return (
    <Link to={to} className={`button button-${kind}`}>
      {children}
    </Link>
  );
}
