// The controls that screens share: one look for headings, buttons and notices.
import { css } from "lit";

export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  h1 {
    font-size: 2.5rem;
    line-height: 1.35;
    font-weight: 700;
    letter-spacing: 0.01em;
    white-space: pre-line;
    text-wrap: balance;
  }
  .hint {
    font-size: 1.25rem;
    color: var(--ink-soft);
    white-space: pre-line;
    text-wrap: balance;
  }
  button {
    font: inherit;
    color: inherit;
    min-height: max(64px, 3.75rem);
    min-width: max(64px, 3.75rem);
    padding: 0.75rem 1.5rem;
    border: 2px solid var(--edge);
    border-radius: var(--radius);
    background: var(--surface);
    font-size: 1.25rem;
    font-weight: 600;
    line-height: 1.35;
    text-wrap: balance;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:active:not([aria-disabled="true"]) {
    background: var(--accent-tint);
    border-color: var(--accent);
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  button.primary:active:not([aria-disabled="true"]) {
    background: var(--accent-deep);
  }
  button[aria-disabled="true"] {
    background: var(--paper);
    border: 2px dashed var(--edge);
    color: var(--ink-soft);
    cursor: default;
  }
  :focus-visible {
    outline: 4px solid var(--focus);
    outline-offset: 4px;
  }
  /* The heading takes the focus of a new screen so that it is read aloud; nothing there can be pressed. */
  h1:focus-visible {
    outline: none;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 1.5rem;
    padding: 1.5rem 2rem;
    text-align: start;
    box-shadow: var(--shadow);
  }
  .choice strong {
    display: block;
    font-size: 1.75rem;
    font-weight: 700;
  }
  .notice {
    padding: 0.9rem 1.5rem;
    border-radius: var(--radius);
    border: 2px solid var(--attention);
    background: var(--attention-tint);
    color: var(--attention);
    font-size: 1.25rem;
    font-weight: 600;
  }
  .calm {
    border-color: var(--accent);
    background: var(--accent-tint);
    color: var(--accent-deep);
  }
  .pictogram {
    flex: none;
    width: 4.5rem;
    height: 4.5rem;
    color: var(--accent);
  }
`;
