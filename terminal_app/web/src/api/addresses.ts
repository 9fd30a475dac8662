/** Where the terminal answers (docs/terminal-api.md). */
export const addresses = {
  patientEvents: "/api/patient/events",
  patientAction: "/api/patient/action",
  preview: "/api/patient/preview.mjpeg",
  staffEvents: "/api/staff/events",
  staffAction: "/api/staff/action",
  later: "/api/staff/later",
} as const;
