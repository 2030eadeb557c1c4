/// A template for a program that shows a line.
enum LinePreset: String, CaseIterable {
  /// Waybar's custom module with `return-type: json`; its text is Pango markup (waybar-custom(5)).
  case waybar
  /// tmux' status line, in which `#` begins a format (tmux(1), FORMATS).
  case tmux
  /// A polybar module of type custom/script, in whose text `%{` begins a tag.
  case polybar
  /// One block of the i3bar protocol (i3wm.org/docs/i3bar-protocol.html), as i3blocks takes it with `format=json`; the
  /// header and the endless list around it are the status command's (docs/templates.md).
  case i3bar

  /// The Mustache text.
  var template: String {
    switch self {
    case .waybar: #"{"text": {{json(pango(line))}}, "tooltip": {{json(pango(tooltip))}}, "class": {{json(class)}}}"#
    case .tmux: "{{tmux(line)}}"
    case .polybar: "{{polybar(line)}}"
    case .i3bar:
      #"{"name": "weatherterm", "instance": {{json(place.query)}}, "full_text": {{json(line)}}, "#
        + #""short_text": {{json(short)}}, "markup": "none"}"#
    }
  }

  /// Whether a program reads the text as JSON, so that it must stay whole.
  var isJSON: Bool { self == .waybar || self == .i3bar }
}
