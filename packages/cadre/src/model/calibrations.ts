/** What the 80% intervals of a history are called: docs/method/backtest.md. */
export const CALIBRATIONS = ["calibrated", "too narrow", "too wide", "not tested"] as const;

/** What the 80% intervals of a history are called. */
export type Calibration = (typeof CALIBRATIONS)[number];
