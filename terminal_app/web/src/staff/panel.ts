// How the staff page's panels look.
import { css } from "lit";

export const panel = css`
  :host {
    display: block;
    padding: 1.5rem 1.75rem;
    border: 1px solid var(--hairline);
    border-radius: 1rem;
    background: var(--surface);
  }
  h2 {
    margin: 0 0 1rem;
    font-size: 1rem;
    font-weight: 700;
    color: var(--ink-soft);
  }
  ul,
  ol,
  dl {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
    font-weight: 700;
  }
  button {
    min-height: 3.25rem;
    padding: 0.5rem 1.5rem;
    font-size: 1.05rem;
    border-radius: 0.75rem;
  }
`;
