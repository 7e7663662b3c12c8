"""The style sheet: only what a palette cannot say, generated from the tokens."""

from __future__ import annotations

from collections.abc import Callable
from string import Template

from neuroviz.ui.colour import mix
from neuroviz.ui.tokens import Tokens

_SHEET = Template("""
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: ${s1}px ${s2}px; }

QPushButton, QToolButton {
  background: $raised; color: $text; border: ${b}px solid $edge; border-radius: ${s1h}px;
  padding: ${p1}px ${p3}px; min-height: ${s5}px;
}
QToolButton { padding: ${p1}px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:checked, QToolButton:checked { background: $tint; color: $text; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QPushButton[accent="true"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[accent="true"]:hover { background: $accent_hover; }
QPushButton[accent="true"]:focus { border-color: $text; }
QPushButton[accent="true"]:disabled { background: $raised; color: $faint; }
QPushButton[flat="true"], QToolButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: $raised; }
QPushButton[flat="true"]:checked, QToolButton[flat="true"]:checked {
  background: $tint; border-color: $accent;
}
QPushButton[flat="true"]:focus, QToolButton[flat="true"]:focus { border-color: $accent; }
QPushButton[fold="true"]:checked, QPushButton[preset="true"]:checked {
  background: transparent; border-color: transparent;
}
QPushButton[fold="true"]:checked:hover, QPushButton[preset="true"]:checked:hover { background: $raised; }
QPushButton[fold="true"]:focus, QPushButton[preset="true"]:focus { border-color: $accent; }
QPushButton[segment="true"] { padding: ${p1}px ${s2}px; background: $raised; color: $quiet; }
QPushButton[segment="true"]:checked { background: $tint; color: $text; }
QToolButton[accent="true"] { background: $accent; border-color: $accent; }
QToolButton[accent="true"]:hover { background: $accent_hover; }
QToolButton[accent="true"]:focus { border-color: $text; }
QToolButton[accent="true"]:disabled { background: $raised; border-color: $raised; }
QPushButton:checked:focus, QToolButton:checked:focus { border-color: $text; }
QPushButton[preset="true"]:checked:focus, QPushButton[fold="true"]:checked:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; width: 0; }

QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
  background: $raised; color: $text; border: ${b}px solid $edge; border-radius: ${s1h}px;
  padding: 0 ${p1}px; min-height: ${s6l}px; selection-background-color: $accent; selection-color: $on_accent;
}
QPlainTextEdit, QTextEdit { padding: ${s1}px; }
QLineEdit:hover, QAbstractSpinBox:hover { background: $hover; }
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $accent; }
QLineEdit:disabled, QAbstractSpinBox:disabled { color: $faint; }

QSlider { min-height: ${s5}px; }
QSlider::groove:horizontal { height: ${g}px; background: $line; border-radius: ${gr}px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: ${gr}px; }
QSlider::handle:horizontal {
  background: $text; border: 2px solid $card; width: ${h}px; height: ${h}px; margin: -${hm}px 0;
  border-radius: ${hr}px;
}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {
  background: $accent; border-color: $text;
}
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal:disabled { background: $faint; }

QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: ${s3}px; }
QScrollBar:horizontal { height: ${s3}px; }
QScrollBar::handle { background: $line; border-radius: ${s1}px; border: 2px solid transparent; }
QScrollBar::handle:vertical { min-height: ${s6}px; margin: 0 2px; }
QScrollBar::handle:horizontal { min-width: ${s6}px; margin: 2px 0; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0;
}

QMenu { background: $card; border: 1px solid $line; padding: ${s1}px 0; }
QMenu::item { padding: ${s1h}px ${s6}px ${s1h}px ${s3}px; background: transparent; }
QMenu::item:selected { background: $raised; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: ${s1}px 0; }
QComboBox QAbstractItemView {
  background: $card; color: $text; border: 1px solid $line; outline: none; padding: ${s1}px;
  selection-background-color: $tint; selection-color: $text;
}
""")


def sheet(tokens: Tokens, space: Callable[[float], int]) -> str:
    """The application's style sheet for a theme's tokens and spaces."""
    groove, handle = max(4, space(1)), max(14, space(3.5))
    margins = (handle + 4 - groove) // 2 * 2
    border = 2 if tokens.stroke == 1 else 3  # the same with the focus and without, so that nothing moves
    return _SHEET.substitute(
        vars(tokens),
        hover=mix(tokens.raised, tokens.line, 0.6),
        tint=mix(tokens.card, tokens.accent, 0.08 if tokens.dark else 0.24),
        accent_hover=mix(tokens.accent, tokens.text, 0.18),
        faint=mix(tokens.card, tokens.quiet, 0.5),
        edge=tokens.line if tokens.stroke > 1 else "transparent",
        b=border,
        p1=max(1, space(1) + 1 - border),
        p3=space(3) + 1 - border,
        s6l=space(6) + 2 - 2 * border,
        s1=space(1),
        s1h=space(1.5),
        s2=space(2),
        s3=space(3),
        s5=space(5),
        s6=space(6),
        g=groove,
        gr=groove // 2,
        h=handle,
        hr=(groove + margins) // 2,  # a pixel more, and Qt would draw a square
        hm=margins // 2,
    )
