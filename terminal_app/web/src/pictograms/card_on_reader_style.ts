import { css } from "lit";

export const cardOnReaderStyle = css`
  .card-on-reader {
    width: min(100%, 26rem);
    color: var(--ink);
    overflow: visible;
  }
  .reader {
    fill: var(--ink);
  }
  .reader-edge {
    fill: var(--ink);
    opacity: 0.82;
  }
  .place {
    fill: none;
    stroke: var(--surface);
    stroke-width: 2;
    stroke-dasharray: 5 5;
    opacity: 0.75;
  }
  .card-face {
    fill: var(--surface);
    stroke: var(--accent);
    stroke-width: 3;
  }
  .card-band,
  .person {
    fill: var(--accent);
  }
  .photo {
    fill: var(--accent-tint);
  }
  .lines {
    stroke: var(--edge);
    stroke-width: 5;
    stroke-linecap: round;
    opacity: 0.6;
  }
  .band-line {
    stroke: var(--on-accent);
    stroke-width: 4;
    stroke-linecap: round;
  }
  .arrow-up,
  .arrow-down {
    fill: none;
    stroke: var(--accent);
    stroke-width: 5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .arrow-up,
  .arrow-down {
    display: none;
  }
  .placing .arrow-down,
  .taking .arrow-up {
    display: inline;
  }
  .reading .card {
    transform: translateY(22px);
  }
  .placing .card {
    animation: place 3.2s ease-in-out infinite;
  }
  .taking .card {
    animation: take 2.4s ease-in-out infinite;
  }
  .reading .card-face {
    animation: glow 1.8s ease-in-out infinite;
  }
  @keyframes place {
    0%,
    15% {
      transform: translateY(-2px);
    }
    55%,
    85% {
      transform: translateY(22px);
    }
  }
  @keyframes take {
    0%,
    15% {
      transform: translateY(22px);
    }
    60%,
    85% {
      transform: translateY(-2px);
    }
  }
  @keyframes glow {
    50% {
      fill: var(--accent-tint);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .card,
    .card-face {
      animation: none !important;
    }
  }
`;
