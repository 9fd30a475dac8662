// How a screen stands on the display: words and picture first, what to press after; side by side
// when the display is wide.
import { css } from "lit";

export const stage = css`
  :host {
    display: grid;
    height: 100%;
    min-height: 0;
    gap: 2.5rem;
    align-content: center;
    justify-items: stretch;
  }
  .words {
    display: grid;
    gap: 1rem;
    align-content: center;
    text-align: center;
    justify-items: center;
  }
  .answers {
    display: grid;
    gap: 1.25rem;
    align-content: center;
    width: 100%;
    max-width: 38rem;
    justify-self: center;
  }
  @media (orientation: landscape) {
    :host {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 4rem;
      align-items: center;
    }
    .words {
      text-align: start;
      justify-items: start;
    }
    :host([single]) {
      grid-template-columns: minmax(0, 1fr);
    }
    :host([single]) .words {
      text-align: center;
      justify-items: center;
    }
  }
`;
