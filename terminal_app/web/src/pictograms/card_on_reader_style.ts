import { css } from "lit";

export const cardOnReaderStyle = css`
  .card-on-reader {
    width: min(100%, 26rem);
    overflow: visible;
  }
  .reader {
    fill: var(--ink);
  }
  .place {
    fill: none;
    stroke: var(--surface);
    stroke-width: 2;
    stroke-dasharray: 6 6;
    opacity: 0.7;
  }
  .lamp {
    fill: var(--accent-tint);
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
    display: none;
    fill: none;
    stroke: var(--accent);
    stroke-width: 6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .placing .arrow-down,
  .taking .arrow-up {
    display: inline;
  }
  .placing .card,
  .taking .card {
    transform: translateY(-62px);
    animation: place 3.6s ease-in-out infinite;
  }
  .taking .card {
    animation-direction: reverse;
  }
  .reading .card-face {
    animation: glow 1.8s ease-in-out infinite;
  }
  @keyframes place {
    0%,
    20% {
      transform: translateY(-62px);
    }
    60%,
    100% {
      transform: none;
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
