import { defineConfig } from "vite";

// Two pages, one folder of plain files: the terminal serves dist/ as it is, on the loopback only.
export default defineConfig({
  base: "/",
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { patient: "index.html", staff: "staff/index.html" },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
