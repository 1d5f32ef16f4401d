"""Fengjie Investment Desk: offline desktop application for the county's resident investment teams."""

__version__ = "0.1.0"
