/// The style sheet of a page, without that of its drawings (``MeteogramStyle``).
enum HtmlStyle {
  static let sheet = """
    :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b2430; --muted: #526070; --line: #d5dce5;
      --shade: #f3f6fa; --link: #1a5fb4; --warn: #a3260f; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --paper: #151a21; --ink: #e8edf4; --muted: #a3b0c0; --line: #36414f; --shade: #1d242e; --link: #8cc0ff;
        --warn: #ff9d87; }
    }
    * { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 \(MeteogramStyle.fonts); }
    main { max-width: 1008px; margin: 0 auto; padding: 24px; }
    article + article { margin-top: 40px; padding-top: 8px; border-top: 1px solid var(--line); }
    h1, h2 { margin: 0; font-size: 26px; line-height: 1.2; font-weight: 650; overflow-wrap: anywhere; }
    .source, footer { margin: 4px 0 0; color: var(--muted); font-size: 13px; }
    footer { margin-top: 16px; overflow-wrap: anywhere; }
    a { color: var(--link); }
    .failure { color: var(--warn); }
    .now { display: grid; grid-template-columns: auto auto 1fr; gap: 0 16px; align-items: center; margin: 20px 0; }
    .now p { margin: 0; }
    .now .sign, .now .temperature { grid-row: 1 / 3; }
    .now .temperature { grid-column: 2; font-size: 52px; font-weight: 300; line-height: 1; }
    .now .phrase { grid-column: 3; font-size: 20px; }
    .now dl { grid-column: 3; display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0; }
    .now dl div { display: flex; gap: 6px; }
    .now dt { color: var(--muted); }
    .now dd { margin: 0; }
    figure { margin: 16px 0; }
    .frame { overflow-x: auto; }
    .frame:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .meteogram { display: block; max-width: 100%; min-width: 600px; height: auto; }
    table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding: 8px 0; }
    th, td { padding: 6px 8px; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
    thead th { vertical-align: bottom; font-weight: 600; color: var(--muted); font-size: 12px; white-space: normal; }
    thead small { display: block; font-weight: 400; font-size: 12px; }
    .words { text-align: left; }
    td.words { white-space: normal; min-width: 8em; }
    tbody th { font-weight: 600; }
    tbody tr:nth-child(even) { background: var(--shade); }
    .group th { text-align: left; padding-top: 16px; background: var(--paper); }
    abbr[title] { text-decoration: none; color: var(--muted); }
    @media (max-width: 640px) {
      main { padding: 16px; }
      .now { grid-template-columns: auto 1fr; }
      .now .sign, .now .temperature { grid-row: 1; }
      .now .phrase, .now dl { grid-column: 1 / 3; }
    }
    @media print {
      @page { margin: 12mm; }
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .frame { overflow: visible; }
      .meteogram { width: 100%; min-width: 0; }
      table { font-size: 8.5pt; }
      th, td { padding: 0.9mm 1.2mm; }
      thead th, thead small { font-size: 7.5pt; }
      figure, tr, .now { break-inside: avoid; }
      thead { display: table-header-group; }
      article + article { break-before: page; border: 0; }
      a { color: inherit; text-decoration: none; }
    }

    """
}
