/// A report as text, JSON, SVG and one page of HTML that needs neither network nor script.
package thalweg.study.page;
