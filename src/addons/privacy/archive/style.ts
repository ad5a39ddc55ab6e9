/** How pages of an archive look: of themselves, since they are opened far from any server. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --line: #d0d4da;
  --soft: #f3f4f6;
  --accent: #5a3d7a;
  --muted: #5f6672;
}
@media (prefers-color-scheme: dark) {
  :root {
    --line: #434955;
    --soft: #24282f;
    --accent: #c9aef0;
    --muted: #a3abb8;
  }
}
* {
  box-sizing: border-box;
}
body {
  margin: 0 auto;
  max-width: 60rem;
  padding: 1rem;
  font:
    1rem / 1.5 system-ui,
    sans-serif;
  overflow-wrap: anywhere;
}
h1 {
  font-size: 1.5rem;
  margin: 0.5rem 0;
}
h2 {
  font-size: 1.15rem;
  margin: 2rem 0 0.5rem;
  border-bottom: 2px solid var(--line);
}
h3 {
  font-size: 1rem;
  margin: 1.25rem 0 0.25rem;
}
a {
  color: var(--accent);
}
table {
  border-collapse: collapse;
  width: 100%;
}
th,
td {
  text-align: start;
  vertical-align: top;
  padding: 0.3rem 0.5rem 0.3rem 0;
  border-bottom: 1px solid var(--line);
}
th {
  font-weight: 600;
  color: var(--muted);
  width: 12rem;
}
.list th {
  width: auto;
}
.message {
  border: 1px solid var(--line);
  border-radius: 0.4rem;
  margin: 0.75rem 0;
  padding: 0.5rem 0.75rem;
}
.message header {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 1rem;
  color: var(--muted);
}
.message header b {
  color: CanvasText;
}
.internal {
  background: var(--soft);
  border-inline-start: 0.4rem solid #b35900;
  padding: 0.5rem 0.75rem;
}
.muted {
  color: var(--muted);
}
img {
  max-width: 100%;
  height: auto;
}
pre {
  white-space: pre-wrap;
}
blockquote {
  margin: 0.5rem 0;
  padding-inline-start: 0.75rem;
  border-inline-start: 3px solid var(--line);
}
@media (max-width: 40rem) {
  th {
    width: 40%;
  }
  .list thead {
    display: none;
  }
  .list td {
    display: block;
    border: 0;
    padding: 0.1rem 0;
  }
  .list tr {
    display: block;
    border-bottom: 1px solid var(--line);
    padding: 0.5rem 0;
  }
}
`;
